namespace Layerwright;

/// <summary>One feature of the inputs, of an image one channel, over a sample of the training rows.</summary>
/// <param name="Mean">Its mean.</param>
/// <param name="Deviation">Its deviation; 0 where it is the same in all rows.</param>
public readonly record struct InputFeature(double Mean, double Deviation)
{
    /// <summary>For example <c>mean 0.286, deviation 0.353</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"mean {Mean:g4}, deviation {Deviation:g4}");
}
