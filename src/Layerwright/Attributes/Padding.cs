namespace Layerwright;

/// <summary>How far a convolution's kernel reaches over the edge of its input; padding is zeros.</summary>
public enum Padding
{
    /// <summary>Not at all: it stops where all of its taps are inside.</summary>
    Valid,

    /// <summary>
    /// As far as keeps the size at stride 1: dilation · (kernel − 1) positions in all, half of them on each side, an odd one at the end,
    /// whatever the stride. The output has ⌈input / stride⌉ positions. For odd kernels that is PyTorch's symmetric padding; it is not
    /// TensorFlow's, which depends on the stride.
    /// </summary>
    Same,
}
