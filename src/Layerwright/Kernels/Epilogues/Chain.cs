using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Two epilogues, one after the other.</summary>
/// <typeparam name="TFirst">What is applied first.</typeparam>
/// <typeparam name="TSecond">What is applied to its result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Chain<TFirst, TSecond> : IEpilogue
    where TFirst : struct, IEpilogue
    where TSecond : struct, IEpilogue
{
    private readonly TFirst _first;
    private readonly TSecond _second;

    internal Chain(TFirst first, TSecond second)
    {
        _first = first;
        _second = second;
    }

    /// <inheritdoc/>
    public static bool IsLight
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TFirst.IsLight && TSecond.IsLight;
    }

    /// <inheritdoc/>
    public static bool Keeps
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TFirst.Keeps || TSecond.Keeps;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TInstructions, TVector>(TVector value, nint row, nint column)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged =>
        _second.Apply<TInstructions, TVector>(_first.Apply<TInstructions, TVector>(value, row, column), row, column);
}
