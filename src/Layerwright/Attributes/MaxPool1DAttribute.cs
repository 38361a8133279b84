namespace Layerwright;

/// <summary>The largest of each window of a sequence, feature by feature.</summary>
/// <remarks>
/// Input [length, features], output [⌊(length + 2·pad − window) / stride⌋ + 1, features]. No state. As PyTorch's MaxPool1d: padding
/// never wins, and of equal steps the first gets the gradient.
/// </remarks>
/// <param name="window">Steps of a window, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MaxPool1DAttribute(int window) : Pooling1DAttribute(window)
{
}
