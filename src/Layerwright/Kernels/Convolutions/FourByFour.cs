using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// F(4×4, 3×3): six by six inputs, four by four outputs, thirty-six frequencies; interpolated at 0, ±1/√2, ±√2 and ∞, in that order, which
/// round less than half as much as the usual ±1 and ±2: no coefficient is beyond 2√2.
/// </summary>
internal readonly unsafe struct FourByFour : IWinogradTile
{
    /// <summary>The points, one the other's inverse.</summary>
    public const float Near = 0.707106781f, Far = 1.41421356f;

    /// <summary>G of the points is (1, ±p, p²) by these.</summary>
    private const float NearWeight = -2f / 3, FarWeight = 1f / 6;

    public static int Size
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 4;
    }

    public static int Frequencies
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 36;
    }

    /// <summary>1/p.</summary>
    public static float Inverse(float point) => point == Near ? Far : Near;

    /// <summary>1/p².</summary>
    public static float InverseSquare(float point) => point == Near ? 2 : 0.5f;

    public static void Inputs<TInstructions, TVector>(
        float* image, nint stride, in Window window, nint top, nint left, nint count, in WinogradScratch room, float* target)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged =>
        FourByFourInput<TInstructions, TVector>.Row(image, stride, window, top, left, count, room, target);

    public static void Outputs<TInstructions, TVector, TColumns, TEpilogue>(
        float* sums, nint sumStride, in WinogradPlace at, nint count, nint column, Tensor output, TEpilogue epilogue)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TColumns : unmanaged
        where TEpilogue : struct, IEpilogue =>
        FourByFourOutput<TInstructions, TVector>.Row<TColumns, TEpilogue>(sums, sumStride, at, count, column, output, epilogue);

    public static void Gradients<TInstructions, TVector, TColumns>(
        float* from, nint stride, in WinogradPlace at, nint count, float* target, nint targetStride)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TColumns : unmanaged =>
        FourByFourGradient<TInstructions, TVector>.Row<TColumns>(from, stride, at, count, target, targetStride);

    // Whether multiply-adds round once is the JIT's affair until it optimises: so it does from the first call.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Weights<TInstructions, TVector>(float* taps, float* frequencies, nint step)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        // Nine taps stay in registers: frequencies may land on them.
        TVector a0 = TInstructions.Load(taps), b0 = TInstructions.Load(taps + step), c0 = TInstructions.Load(taps + 2 * step);
        TVector a1 = TInstructions.Load(taps + 3 * step), b1 = TInstructions.Load(taps + 4 * step), c1 = TInstructions.Load(taps + 5 * step);
        TVector a2 = TInstructions.Load(taps + 6 * step), b2 = TInstructions.Load(taps + 7 * step), c2 = TInstructions.Load(taps + 8 * step);
        Store<TInstructions, TVector>(a0, b0, c0, frequencies, step);
        Pair<TInstructions, TVector>(a0, b0, c0, a1, b1, c1, a2, b2, c2, frequencies + 6 * step, step, NearWeight, Near);
        Pair<TInstructions, TVector>(a0, b0, c0, a1, b1, c1, a2, b2, c2, frequencies + 18 * step, step, FarWeight, Far);
        Store<TInstructions, TVector>(a2, b2, c2, frequencies + 30 * step, step);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Taps<TInstructions, TVector>(float* sums, nint step, float* taps, nint tapStep)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        TVector nearPlus = TInstructions.Load(sums + step), nearMinus = TInstructions.Load(sums + 2 * step);
        TVector farPlus = TInstructions.Load(sums + 3 * step), farMinus = TInstructions.Load(sums + 4 * step);
        TVector near = TInstructions.Multiply(TInstructions.Broadcast(NearWeight), TInstructions.Add(nearPlus, nearMinus));
        TVector far = TInstructions.Multiply(TInstructions.Broadcast(FarWeight), TInstructions.Add(farPlus, farMinus));
        TVector nearOdd = TInstructions.Multiply(TInstructions.Broadcast(NearWeight * Near), TInstructions.Subtract(nearPlus, nearMinus));
        TVector farOdd = TInstructions.Multiply(TInstructions.Broadcast(FarWeight * Far), TInstructions.Subtract(farPlus, farMinus));
        TVector last = TInstructions.MultiplyAdd(TInstructions.Broadcast(0.5f), near, TInstructions.Load(sums + 5 * step));
        TInstructions.Store(TInstructions.Add(TInstructions.Load(sums), TInstructions.Add(near, far)), taps);
        TInstructions.Store(TInstructions.Add(nearOdd, farOdd), taps + tapStep);
        TInstructions.Store(TInstructions.MultiplyAdd(TInstructions.Broadcast(2), far, last), taps + 2 * tapStep);
    }

    /// <summary>G of three rows at a point and its opposite, and of what it gives over columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pair<TInstructions, TVector>(
        TVector a0, TVector b0, TVector c0, TVector a1, TVector b1, TVector c1, TVector a2, TVector b2, TVector c2, float* to, nint step, float weight, float point)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        Points<TInstructions, TVector>(a0, a1, a2, weight, point, out TVector aPlus, out TVector aMinus);
        Points<TInstructions, TVector>(b0, b1, b2, weight, point, out TVector bPlus, out TVector bMinus);
        Points<TInstructions, TVector>(c0, c1, c2, weight, point, out TVector cPlus, out TVector cMinus);
        Store<TInstructions, TVector>(aPlus, bPlus, cPlus, to, step);
        Store<TInstructions, TVector>(aMinus, bMinus, cMinus, to + 6 * step, step);
    }

    /// <summary>G over a row of three.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TInstructions, TVector>(TVector a, TVector b, TVector c, float* to, nint step)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        Points<TInstructions, TVector>(a, b, c, NearWeight, Near, out TVector nearPlus, out TVector nearMinus);
        Points<TInstructions, TVector>(a, b, c, FarWeight, Far, out TVector farPlus, out TVector farMinus);
        TInstructions.Store(a, to);
        TInstructions.Store(nearPlus, to + step);
        TInstructions.Store(nearMinus, to + 2 * step);
        TInstructions.Store(farPlus, to + 3 * step);
        TInstructions.Store(farMinus, to + 4 * step);
        TInstructions.Store(c, to + 5 * step);
    }

    /// <summary>weight · (a ± point · b + point² · c).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Points<TInstructions, TVector>(TVector a, TVector b, TVector c, float weight, float point, out TVector plus, out TVector minus)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        TVector even = TInstructions.Multiply(TInstructions.Broadcast(weight), a);
        even = TInstructions.MultiplyAdd(TInstructions.Broadcast(point == Near ? weight / 2 : weight * 2), c, even);
        TVector odd = TInstructions.Multiply(TInstructions.Broadcast(weight * point), b);
        plus = TInstructions.Add(even, odd);
        minus = TInstructions.Subtract(even, odd);
    }
}
