namespace Layerwright;

/// <summary>A convolution of each channel by itself: with a 1×1 convolution behind it, MobileNet's separable convolution.</summary>
/// <remarks>
/// Input [height, width, channels], output [height′, width′, channels · <see cref="Multiplier"/>], where the outputs of one channel stand
/// together. State: <c>weight</c> [channels · multiplier, 1, kernel height, kernel width] and, unless there is no bias, <c>bias</c>. As
/// PyTorch's Conv2d with as many groups as channels, Keras's DepthwiseConv2D. Sifre, Rigid-motion scattering for image classification, 2014.
/// </remarks>
/// <example><code>[DepthwiseConv2D(3, Padding = Padding.Same)]</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DepthwiseConv2DAttribute : Convolution2DAttribute
{
    /// <summary>A square kernel.</summary>
    /// <param name="kernel">Rows and columns of the kernel, at least 1.</param>
    public DepthwiseConv2DAttribute(int kernel)
        : base(kernel, kernel)
    {
    }

    /// <summary>A rectangular kernel.</summary>
    /// <param name="kernelHeight">Rows of the kernel, at least 1.</param>
    /// <param name="kernelWidth">Columns of the kernel, at least 1.</param>
    public DepthwiseConv2DAttribute(int kernelHeight, int kernelWidth)
        : base(kernelHeight, kernelWidth)
    {
    }

    /// <summary>Outputs for each channel, at least 1. Default: 1.</summary>
    public int Multiplier { get; set; } = 1;
}
