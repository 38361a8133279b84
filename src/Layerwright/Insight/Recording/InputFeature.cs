namespace Layerwright;

/// <summary>One feature of the inputs, of an image one channel, over a sample of the training rows.</summary>
/// <param name="Mean">Its mean.</param>
/// <param name="Deviation">Its deviation; 0 where it is the same in all rows.</param>
public readonly record struct InputFeature(double Mean, double Deviation);
