using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Inference;

/// <summary>How a window slides along one axis of its input, with the arguments that say so.</summary>
/// <param name="Window">The window, and what it slides over.</param>
/// <param name="StrideArgument">The argument that gives the stride there.</param>
/// <param name="Stride">Positions from one place to the next, at least 1.</param>
/// <param name="PadArgument">The argument that gives explicit padding there.</param>
/// <param name="Before">Padding at the start; what is left of the window's padding stands at the end.</param>
internal sealed record SlidingAxis(WindowAxis Window, string StrideArgument, int Stride, string PadArgument, int Before)
{
    public int After => Window.Padding - Before;

    /// <summary>Places where the window stops; 0 where that is not known.</summary>
    public int Places => Window.IsOpen ? 0 : WindowGeometry.Places(Window.Input, Window.Size, Stride, Window.Padding, Window.Dilation);

    /// <summary>Places of a padded window that keeps the size but for a stride of its own: what is left behind one that does not fit.</summary>
    public int KeptPlaces => Window.IsOpen ? 0 : WindowGeometry.Places(Window.Input, 1, IsTiled ? 1 : Stride, 0, 1);

    /// <summary>Positions at the end of the input that no place of the window reaches.</summary>
    public int Unread => Window.Fits && !Window.IsOpen ? (int)Math.Max(0, (((long)Window.Input + Window.Padding - Window.Extent) % Stride) - After) : 0;

    /// <summary>Moves on by its own size.</summary>
    public bool IsTiled => Stride == Window.Size;
}
