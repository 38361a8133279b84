using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// The places of a convolution, or of its input gradient, in regions whose taps inside the image are the same, so that padding costs
/// nothing and is stored nowhere.
/// </summary>
internal ref struct WindowRegions(Window window, bool isBackward)
{
    private ConvolutionAxis _vertical;
    private ConvolutionAxis _horizontal;
    private TapSpan _down;
    private TapSpan _across;
    private int _phase = -1;

    /// <summary>The region at hand.</summary>
    public readonly WindowRegion Current => new(_vertical, _down, _horizontal, _across);

    public readonly WindowRegions GetEnumerator() => this;

    /// <summary>Goes on to the next region: across, then down, then to the next phase.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool MoveNext()
    {
        if (_phase < 0 || _across.End == _horizontal.Places)
        {
            if (_phase < 0 || _down.End == _vertical.Places)
            {
                if (!NextPhase())
                {
                    return false;
                }

                _down = _vertical.SpanFrom(0);
            }
            else
            {
                _down = _vertical.SpanFrom(_down.End);
            }

            _across = _horizontal.SpanFrom(0);
        }
        else
        {
            _across = _horizontal.SpanFrom(_across.End);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool NextPhase()
    {
        int down = isBackward ? window.Stride.Height : 1, across = isBackward ? window.Stride.Width : 1;
        while (++_phase < down * across)
        {
            _vertical = Axis(_phase / across, window.Input.Height, window.Kernel.Height, window.Output.Height, window.Stride.Height, window.Pad.Height, window.Dilation.Height);
            _horizontal = Axis(_phase % across, window.Input.Width, window.Kernel.Width, window.Output.Width, window.Stride.Width, window.Pad.Width, window.Dilation.Width);
            if (_vertical.Places > 0 && _horizontal.Places > 0)
            {
                return true;
            }
        }

        return false;
    }

    private readonly ConvolutionAxis Axis(int phase, int input, int kernel, int output, int stride, int pad, int dilation) => isBackward
        ? ConvolutionAxis.Backward(phase, input, kernel, output, stride, pad, dilation)
        : ConvolutionAxis.Forward(input, kernel, output, stride, pad, dilation);
}

/// <summary>Places that have the same taps inside the image.</summary>
/// <param name="Vertical">The axis of rows.</param>
/// <param name="Down">The rows.</param>
/// <param name="Horizontal">The axis of columns.</param>
/// <param name="Across">The columns.</param>
internal readonly record struct WindowRegion(ConvolutionAxis Vertical, TapSpan Down, ConvolutionAxis Horizontal, TapSpan Across);
