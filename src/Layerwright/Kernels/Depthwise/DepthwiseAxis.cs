namespace Layerwright.Kernels;

/// <summary>
/// One axis of a window, seen from the places that are written: its outputs in a forward pass, its inputs in an input gradient. Places
/// that are a whole number of phases apart meet the same taps, each at sources as evenly apart.
/// </summary>
internal readonly struct DepthwiseAxis
{
    private readonly int _stride;
    private readonly int _pad;
    private readonly int _dilation;
    private readonly bool _isBackward;

    private DepthwiseAxis(int places, int sources, int taps, int stride, int pad, int dilation, bool isBackward)
    {
        Places = places;
        Sources = sources;
        Taps = taps;
        _stride = stride;
        _pad = pad;
        _dilation = dilation;
        _isBackward = isBackward;
    }

    /// <summary>Positions that are written.</summary>
    public int Places { get; }

    /// <summary>Positions that are read.</summary>
    public int Sources { get; }

    /// <summary>Taps.</summary>
    public int Taps { get; }

    /// <summary>From one place to the next that meets the same taps.</summary>
    public int Phases => _isBackward ? _stride : 1;

    /// <summary>From the source of the one to that of the next.</summary>
    public int SourceStep => _isBackward ? 1 : _stride;

    /// <summary>The rows of a window.</summary>
    public static DepthwiseAxis Rows(Window window, bool isBackward) => Of(
        window.Output.Height, window.Input.Height, window.Kernel.Height, window.Stride.Height, window.Pad.Height, window.Dilation.Height, isBackward);

    /// <summary>The columns of a window.</summary>
    public static DepthwiseAxis Columns(Window window, bool isBackward) => Of(
        window.Output.Width, window.Input.Width, window.Kernel.Width, window.Stride.Width, window.Pad.Width, window.Dilation.Width, isBackward);

    /// <summary>Whether a tap meets a place at all, and at which source, which may lie outside.</summary>
    public bool Meets(int place, int tap, out int source)
    {
        if (!_isBackward)
        {
            source = place * _stride - _pad + tap * _dilation;
            return true;
        }

        int distance = place + _pad - tap * _dilation;
        source = distance / _stride;
        return distance % _stride == 0;
    }

    /// <summary>True for a source that exists.</summary>
    public bool IsInside(int source) => (uint)source < (uint)Sources;

    private static DepthwiseAxis Of(int output, int input, int kernel, int stride, int pad, int dilation, bool isBackward) =>
        new(isBackward ? input : output, isBackward ? output : input, kernel, stride, pad, dilation, isBackward);
}

/// <summary>What a tap adds to the address of the source and to that of the weight.</summary>
/// <param name="Source">In elements.</param>
/// <param name="Weight">In elements.</param>
internal readonly record struct TapOffset(nint Source, nint Weight);
