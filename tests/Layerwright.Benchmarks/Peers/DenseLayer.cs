namespace Layerwright.Benchmarks.Peers;

/// <summary>A dense layer as the state has it.</summary>
/// <param name="Weight">[outputs, inputs].</param>
/// <param name="Bias">[outputs].</param>
/// <param name="Activation">What follows: relu, tanh, or nothing.</param>
internal sealed record DenseLayer(float[] Weight, float[] Bias, string Activation);
