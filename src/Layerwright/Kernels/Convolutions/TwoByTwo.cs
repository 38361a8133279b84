using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>F(2×2, 3×3): four by four inputs, two by two outputs, sixteen frequencies; interpolated at 0, ±1 and ∞.</summary>
internal readonly unsafe struct TwoByTwo : IWinogradTile
{
    public static int Size
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2;
    }

    public static int Frequencies
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 16;
    }

    public static void Inputs<TInstructions, TVector>(
        float* image, nint stride, in Window window, nint top, nint left, nint count, in WinogradScratch room, float* target)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged =>
        TwoByTwoInput<TInstructions, TVector>.Row(image, stride, window, top, left, count, room, target);

    public static void Outputs<TInstructions, TVector, TColumns, TEpilogue>(
        float* sums, nint sumStride, in WinogradPlace at, nint count, nint column, Tensor output, TEpilogue epilogue)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TColumns : unmanaged
        where TEpilogue : struct, IEpilogue =>
        TwoByTwoOutput<TInstructions, TVector>.Row<TColumns, TEpilogue>(sums, sumStride, at, count, column, output, epilogue);

    public static void Gradients<TInstructions, TVector, TColumns>(
        float* from, nint stride, in WinogradPlace at, nint count, float* target, nint targetStride)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TColumns : unmanaged =>
        TwoByTwoGradient<TInstructions, TVector>.Row<TColumns>(from, stride, at, count, target, targetStride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Weights<TInstructions, TVector>(float* taps, float* frequencies, nint step)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        Expand<TInstructions, TVector>(taps, 3 * step, out TVector a0, out TVector b0, out TVector c0, out TVector d0);
        Expand<TInstructions, TVector>(taps + step, 3 * step, out TVector a1, out TVector b1, out TVector c1, out TVector d1);
        Expand<TInstructions, TVector>(taps + 2 * step, 3 * step, out TVector a2, out TVector b2, out TVector c2, out TVector d2);
        Store<TInstructions, TVector>(a0, a1, a2, frequencies, step);
        Store<TInstructions, TVector>(b0, b1, b2, frequencies + 4 * step, step);
        Store<TInstructions, TVector>(c0, c1, c2, frequencies + 8 * step, step);
        Store<TInstructions, TVector>(d0, d1, d2, frequencies + 12 * step, step);
    }

    /// <summary>s₀ + (s₁ + s₂)/2, (s₁ − s₂)/2, (s₁ + s₂)/2 + s₃.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Taps<TInstructions, TVector>(float* sums, nint step, float* taps, nint tapStep)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        TVector half = TInstructions.Broadcast(0.5f), s1 = TInstructions.Load(sums + step), s2 = TInstructions.Load(sums + 2 * step);
        TVector middle = TInstructions.Multiply(TInstructions.Add(s1, s2), half);
        TInstructions.Store(TInstructions.Add(TInstructions.Load(sums), middle), taps);
        TInstructions.Store(TInstructions.Multiply(TInstructions.Subtract(s1, s2), half), taps + tapStep);
        TInstructions.Store(TInstructions.Add(middle, TInstructions.Load(sums + 3 * step)), taps + 2 * tapStep);
    }

    /// <summary>G over a column of three.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Expand<TInstructions, TVector>(
        float* from, nint step, out TVector first, out TVector second, out TVector third, out TVector last)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        first = TInstructions.Load(from);
        last = TInstructions.Load(from + 2 * step);
        Middle<TInstructions, TVector>(first, TInstructions.Load(from + step), last, out second, out third);
    }

    /// <summary>G over a row of three.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TInstructions, TVector>(TVector first, TVector middle, TVector last, float* to, nint step)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        Middle<TInstructions, TVector>(first, middle, last, out TVector second, out TVector third);
        TInstructions.Store(first, to);
        TInstructions.Store(second, to + step);
        TInstructions.Store(third, to + 2 * step);
        TInstructions.Store(last, to + 3 * step);
    }

    /// <summary>(first ± middle + last) / 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Middle<TInstructions, TVector>(TVector first, TVector middle, TVector last, out TVector second, out TVector third)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        TVector half = TInstructions.Broadcast(0.5f), ends = TInstructions.Multiply(TInstructions.Add(first, last), half);
        middle = TInstructions.Multiply(middle, half);
        second = TInstructions.Add(ends, middle);
        third = TInstructions.Subtract(ends, middle);
    }
}
