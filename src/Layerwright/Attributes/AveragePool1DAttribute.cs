namespace Layerwright;

/// <summary>The mean of each window of a sequence, feature by feature.</summary>
/// <remarks>
/// Input [length, features], output [⌊(length + 2·pad − window) / stride⌋ + 1, features]. No state. As PyTorch's AvgPool1d.
/// </remarks>
/// <param name="window">Steps of a window, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AveragePool1DAttribute(int window) : Pooling1DAttribute(window)
{
    /// <summary>Padding counts as zeros in the mean; false: the mean is over the window's steps in the sequence. Default: true.</summary>
    public bool CountPadding { get; set; } = true;
}
