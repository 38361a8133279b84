using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>
/// The operations kernels are written in, over the raw vector type <typeparamref name="TVector"/> (512, 256 or 128 bits, or a
/// single float). Stateless: kernels name the vector type itself, because wrapper structs around it cost registers.
/// </summary>
/// <remarks>
/// Masks are vectors whose lanes are all ones or all zeros. "Bits" are the lanes seen as unsigned 32-bit integers.
/// </remarks>
/// <typeparam name="TVector">Vector512, Vector256 or Vector128 of float, or float.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public unsafe interface IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>Floats in a vector.</summary>
    static abstract int Count { get; }

    /// <summary>Most rows of a product tile whose accumulators, two vectors a row, stay in registers.</summary>
    static abstract int TileRows { get; }

    /// <summary>Zeros.</summary>
    static abstract TVector Zero { get; }

    /// <summary>A whole vector from memory, unaligned.</summary>
    static abstract TVector Load(float* source);

    /// <summary>The first <paramref name="count"/> elements, zeros behind them; reads nothing further.</summary>
    static abstract TVector LoadFirst(float* source, int count);

    /// <summary>A whole vector to memory, unaligned.</summary>
    static abstract void Store(TVector value, float* target);

    /// <summary>The same number in every lane.</summary>
    static abstract TVector Broadcast(float value);

    /// <summary>left + right.</summary>
    static abstract TVector Add(TVector left, TVector right);

    /// <summary>left − right.</summary>
    static abstract TVector Subtract(TVector left, TVector right);

    /// <summary>left · right.</summary>
    static abstract TVector Multiply(TVector left, TVector right);

    /// <summary>left / right.</summary>
    static abstract TVector Divide(TVector left, TVector right);

    /// <summary>left · right + addend; rounded once where the hardware does so, twice elsewhere (never emulated).</summary>
    static abstract TVector MultiplyAdd(TVector left, TVector right, TVector addend);

    /// <summary>√value.</summary>
    static abstract TVector SquareRoot(TVector value);

    /// <summary>|value|.</summary>
    static abstract TVector Abs(TVector value);

    /// <summary>The smaller. A NaN in <paramref name="value"/> comes through; one in <paramref name="bound"/> may not.</summary>
    static abstract TVector Min(TVector bound, TVector value);

    /// <summary>The larger. A NaN in <paramref name="value"/> comes through; one in <paramref name="bound"/> may not.</summary>
    static abstract TVector Max(TVector bound, TVector value);

    /// <summary>Mask of left &gt; right.</summary>
    static abstract TVector GreaterThan(TVector left, TVector right);

    /// <summary>Lanes of <paramref name="whenSet"/> where the mask is set, of <paramref name="otherwise"/> elsewhere.</summary>
    static abstract TVector Select(TVector mask, TVector whenSet, TVector otherwise);

    /// <summary>Mask of the first <paramref name="count"/> lanes.</summary>
    static abstract TVector FirstLanes(int count);

    /// <summary>Sum of the lanes.</summary>
    static abstract float Sum(TVector value);

    /// <summary>Largest lane; NaN lanes may be passed over.</summary>
    static abstract float MaxElement(TVector value);

    /// <summary>Bits first, first + 1, … over the lanes, modulo 2³².</summary>
    static abstract TVector CountFrom(uint first);

    /// <summary>The same bits in every lane.</summary>
    static abstract TVector BroadcastBits(uint bits);

    /// <summary>Exclusive or of the bits.</summary>
    static abstract TVector Xor(TVector left, TVector right);

    /// <summary>Sum of the bits as integers, modulo 2³².</summary>
    static abstract TVector AddBits(TVector left, TVector right);

    /// <summary>Product of the bits as integers, modulo 2³².</summary>
    static abstract TVector MultiplyBits(TVector left, TVector right);

    /// <summary>Bits moved up, zeros behind them.</summary>
    static abstract TVector ShiftLeft(TVector bits, int count);

    /// <summary>Bits moved down, zeros behind them.</summary>
    static abstract TVector ShiftRight(TVector bits, int count);

    /// <summary>Mask of bits &lt; bound, as unsigned integers.</summary>
    static abstract TVector IsBelow(TVector bits, TVector bound);
}
