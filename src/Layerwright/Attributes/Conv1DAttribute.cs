namespace Layerwright;

/// <summary>A convolution over the steps of a sequence.</summary>
/// <remarks>
/// Input [length, n], output [places, <see cref="Filters"/>], where a padded length gives
/// ⌊(length − dilation · (kernel − 1) − 1) / stride⌋ + 1 places. State: <c>weight</c> [filters, n / groups, kernel] and, unless there is
/// no bias, <c>bias</c> [filters]. As PyTorch's Conv1d, Keras's Conv1D (but for the layout of weights).
/// </remarks>
/// <example><code>[Conv1D(32, 3, Causal = true, Dilation = 4)]</code></example>
/// <param name="filters">Channels of the output, at least 1.</param>
/// <param name="kernel">Steps of the kernel, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class Conv1DAttribute(int filters, int kernel) : WeightLayerAttribute
{
    /// <summary>Channels of the output.</summary>
    public int Filters { get; } = filters;

    /// <summary>Steps of the kernel.</summary>
    public int Kernel { get; } = kernel;

    /// <summary>Steps from one place of the kernel to the next, at least 1. Default: 1.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>Steps of zeros around the sequence by rule. Default: <see cref="Padding.Valid"/>, none.</summary>
    public Padding Padding { get; set; }

    /// <summary>Steps of zeros at both ends, instead of <see cref="Padding"/>. Default: 0.</summary>
    public int Pad { get; set; }

    /// <summary>
    /// Put all padding, dilation · (kernel − 1) steps of zeros, before the first step: an output then sees no step behind its own.
    /// Instead of <see cref="Padding"/> and <see cref="Pad"/>. Default: false.
    /// </summary>
    public bool Causal { get; set; }

    /// <summary>Steps from one tap of the kernel to the next, at least 1. Default: 1.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>
    /// Groups that channels and filters fall into, in order; a filter sees the channels of its own group alone. Divides both. Default: 1.
    /// </summary>
    public int Groups { get; set; } = 1;
}
