using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>Two observers of one pass.</summary>
/// <typeparam name="TFirst">The first.</typeparam>
/// <typeparam name="TSecond">The second, or a pair of more.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ObserverPair<TFirst, TSecond> : IObserver
    where TFirst : struct, IObserver
    where TSecond : struct, IObserver
{
    private readonly TFirst _first;
    private readonly TSecond _second;

    internal ObserverPair(TFirst first, TSecond second)
    {
        _first = first;
        _second = second;
    }

    /// <inheritdoc/>
    public int Columns => _first.Columns;

    /// <inheritdoc/>
    public void Observe<TInstructions, TVector>(int rows, nint first, nint end)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        _first.Observe<TInstructions, TVector>(rows, first, end);
        _second.Observe<TInstructions, TVector>(rows, first, end);
    }
}
