using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>What dropout does to a mask before it draws from it.</summary>
internal static class DropoutHash
{
    /// <summary>The mask with its key mixed once more, since keys that differ in few bits would drop mirrored elements.</summary>
    public static DropoutMask Spread(DropoutMask mask) => mask with { Key = CounterRandom.Mix(mask.Key) };
}

/// <summary>32 random bits an element, from a key and a counter: nothing is stored, nothing is drawn in order.</summary>
internal static class DropoutHash<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>Bits of the elements first, first + 1, … (modulo 2³²); the same for every vector width.</summary>
    /// <remarks>
    /// Three multiply-and-fold rounds with Wellons' "triple32" constants; half of the key before the first, half after it.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Bits(ulong key, uint first)
    {
        TVector bits = TInstructions.Xor(TInstructions.CountFrom(first), TInstructions.BroadcastBits((uint)key));
        bits = Round(bits, 17, 0xED5AD4BB);
        bits = TInstructions.AddBits(bits, TInstructions.BroadcastBits((uint)(key >> 32)));
        bits = Round(bits, 11, 0xAC4C1B51);
        bits = Round(bits, 15, 0x31848BAB);
        return Fold(bits, 14);
    }

    /// <summary>Which elements of the vector at <paramref name="row"/>, <paramref name="column"/> of the block the mask drops.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector IsDropped(DropoutMask mask, nint row, nint column)
    {
        uint first = unchecked((uint)((mask.FirstRow + row) * mask.Columns + column));
        return TInstructions.IsBelow(Bits(mask.Key, first), TInstructions.BroadcastBits(mask.Threshold));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Round(TVector bits, int shift, uint factor) =>
        TInstructions.MultiplyBits(Fold(bits, shift), TInstructions.BroadcastBits(factor));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Fold(TVector bits, int shift) => TInstructions.Xor(bits, TInstructions.ShiftRight(bits, shift));
}
