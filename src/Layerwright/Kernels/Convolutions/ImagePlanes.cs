using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// Rows of an image, each channel by itself and with the padding of a convolution of stride 1 around it, so that under every tap the
/// places of several output rows lie side by side.
/// </summary>
/// <param name="window">The convolution's.</param>
/// <param name="channels">Channels of the image.</param>
internal readonly unsafe struct ImagePlanes(Window window, int channels)
{
    /// <summary>Numbers of a row of the output as it lies here: behind its places stand as many as the taps reach over.</summary>
    public int Pitch { get; } = window.Output.Width + (window.Kernel.Width - 1) * window.Dilation.Width;

    /// <summary>Rows that the taps of one output row reach over, less one.</summary>
    private int Reach { get; } = (window.Kernel.Height - 1) * window.Dilation.Height;

    /// <summary>Numbers of a channel under so many rows of the output.</summary>
    public int Length(int outputRows) => (outputRows + Reach) * Pitch;

    /// <summary>Brings the rows that some rows of the output see, a plane of <see cref="Length"/> for each channel.</summary>
    /// <param name="image">The image, a line each position.</param>
    /// <param name="stride">From line to line.</param>
    /// <param name="outputRow">The first row of the output.</param>
    /// <param name="outputRows">How many.</param>
    /// <param name="planes">Receives them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(float* image, nint stride, int outputRow, int outputRows, float* planes)
    {
        int height = window.Input.Height, width = window.Input.Width, left = Math.Min(window.Pad.Width, Pitch);
        int columns = Math.Clamp(Pitch - left, 0, width), right = left + columns, rows = outputRows + Reach;
        for (int channel = 0; channel < channels; channel++)
        {
            for (int row = 0; row < rows; row++, planes += Pitch)
            {
                int y = outputRow - window.Pad.Height + row;
                if (y < 0 || y >= height)
                {
                    new Span<float>(planes, Pitch).Clear();
                    continue;
                }

                new Span<float>(planes, left).Clear();
                Copy(image + y * width * stride + channel, stride, planes + left, columns);
                new Span<float>(planes + right, Pitch - right).Clear();
            }
        }
    }

    private static void Copy(float* source, nint stride, float* target, int count)
    {
        if (stride == 1)
        {
            new ReadOnlySpan<float>(source, count).CopyTo(new Span<float>(target, count));
            return;
        }

        for (nint i = 0; i < count; i++)
        {
            target[i] = source[i * stride];
        }
    }
}
