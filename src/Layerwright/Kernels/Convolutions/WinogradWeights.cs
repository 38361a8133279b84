using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Weights of a three by three convolution as <see cref="Winograd"/> reads them: G·w·Gᵀ, sixteen frequencies for nine taps.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class WinogradWeights
{
    private const int Taps = 9;

    /// <summary>All of <paramref name="target"/>, for a predictor's own weights.</summary>
    /// <param name="source">[9 · channels → filters].</param>
    /// <param name="target">[16 · channels → filters].</param>
    public static void Transform(PackedMatrix source, PackedMatrix target) =>
        Run(source, target, new(0, PanelLayout.PanelCount(target.Outputs)));

    /// <summary>Some of the target's panels.</summary>
    /// <param name="source">[9 · channels → filters].</param>
    /// <param name="target">[16 · channels → filters].</param>
    /// <param name="panels">The panels wanted.</param>
    public static void Run(PackedMatrix source, PackedMatrix target, PanelRange panels)
    {
        for (int panel = panels.First; panel < panels.First + panels.Count; panel++)
        {
            float* from = source.Data + PanelLayout.PanelOffset(panel, source.Inputs);
            float* to = target.Data + PanelLayout.PanelOffset(panel, target.Inputs);
            VectorWidth.Run(new Kernel(from, to, (nint)(source.Inputs / Taps) * PanelLayout.WidthOf(panel, source.Outputs)));
        }
    }

    /// <summary>Some panels for the input gradient: of the weights with filters and channels exchanged and the taps in reverse order.</summary>
    /// <param name="source">[9 · channels → filters].</param>
    /// <param name="target">[16 · filters → channels].</param>
    /// <param name="panels">The target's panels wanted.</param>
    public static void RunTurned(PackedMatrix source, PackedMatrix target, PanelRange panels)
    {
        for (int panel = panels.First; panel < panels.First + panels.Count; panel++)
        {
            // Turned into the panel's last nine sixteenths, and transformed from there: no frequency lands on a tap that is still to be read.
            nint step = (nint)source.Outputs * PanelLayout.WidthOf(panel, target.Outputs);
            float* to = target.Data + PanelLayout.PanelOffset(panel, target.Inputs), turned = to + (Winograd.Frequencies - Taps) * step;
            Transposition.RunPanel(source, Taps, target, panel, turned);
            VectorWidth.Run(new Kernel(turned, to, step));
        }
    }

    /// <summary>The taps of each weight, <paramref name="step"/> apart and as many, to frequencies as far apart.</summary>
    private readonly struct Kernel(float* taps, float* frequencies, nint step) : IKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        public void Run<TInstructions, TVector>()
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            float* to = frequencies;
            nint next = step;
            for (float* from = taps, end = taps + next; from < end; from += TInstructions.Count, to += TInstructions.Count)
            {
                Expand<TInstructions, TVector>(from, 3 * next, out TVector a0, out TVector b0, out TVector c0, out TVector d0);
                Expand<TInstructions, TVector>(from + next, 3 * next, out TVector a1, out TVector b1, out TVector c1, out TVector d1);
                Expand<TInstructions, TVector>(from + 2 * next, 3 * next, out TVector a2, out TVector b2, out TVector c2, out TVector d2);
                Store<TInstructions, TVector>(a0, a1, a2, to, next);
                Store<TInstructions, TVector>(b0, b1, b2, to + 4 * next, next);
                Store<TInstructions, TVector>(c0, c1, c2, to + 8 * next, next);
                Store<TInstructions, TVector>(d0, d1, d2, to + 12 * next, next);
            }
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
}
