using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>One axis of a pooling: which positions a window covers, and which windows cover a position. Padding is left out.</summary>
internal readonly struct PoolAxis
{
    private readonly int _input;
    private readonly int _kernel;
    private readonly int _output;
    private readonly int _stride;
    private readonly int _pad;

    private PoolAxis(int input, int kernel, int output, int stride, int pad)
    {
        _input = input;
        _kernel = kernel;
        _output = output;
        _stride = stride;
        _pad = pad;
    }

    /// <summary>No position belongs to two windows.</summary>
    public bool IsDisjoint => _stride >= _kernel;

    /// <summary>Every position belongs to one window, and no window reaches beyond them.</summary>
    public bool IsTiled => _stride == _kernel && _pad == 0 && _output * _kernel == _input;

    public static PoolAxis Vertical(in Window window) => new(
        window.Input.Height, window.Kernel.Height, window.Output.Height, window.Stride.Height, window.Pad.Height);

    public static PoolAxis Horizontal(in Window window) => new(
        window.Input.Width, window.Kernel.Width, window.Output.Width, window.Stride.Width, window.Pad.Width);

    /// <summary>The first position that a window covers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int First(int window) => Math.Max(0, (window * _stride) - _pad);

    /// <summary>The position behind the last that it covers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int End(int window) => Math.Min(_input, (window * _stride) - _pad + _kernel);

    /// <summary>The first window that covers a position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FirstWindow(int position) =>
        position + _pad < _kernel ? 0 : (int)((uint)(position + _pad - _kernel) / (uint)_stride) + 1;

    /// <summary>The window behind the last that covers it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int EndWindow(int position) => Math.Min(_output, (int)((uint)(position + _pad) / (uint)_stride) + 1);

    /// <summary>No window covers it.</summary>
    public bool IsLeftOut(int position) => FirstWindow(position) >= EndWindow(position);
}
