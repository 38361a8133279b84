namespace Layerwright;

/// <summary>How far a convolution pads its input with zeros.</summary>
public enum Padding
{
    /// <summary>Not at all, but for what <c>Pad</c> says: the output shrinks by the kernel.</summary>
    Valid,

    /// <summary>
    /// By dilation · (kernel − 1) in all, half on each side, the odd one at the end, whatever the stride: the output has
    /// ⌈input / stride⌉ positions. For odd kernels PyTorch's symmetric padding; not TensorFlow's, which depends on the stride.
    /// </summary>
    Same,
}
