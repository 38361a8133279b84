using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// Frequencies that chunks of the batch have summed (<see cref="WinogradWeightGradient"/>), added up in the chunks' order, turned into the
/// nine taps of each weight, Gᵀ·s·G, and handed to the sink.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class WinogradChunks
{
    private const int Taps = 9, MostLanes = 16;

    /// <summary>sink(Gᵀ · Σ over chunks · G) for the weights of some panels.</summary>
    /// <param name="chunks">The sums of every chunk.</param>
    /// <param name="panels">The panels wanted.</param>
    /// <param name="sink">Takes packed offsets of [9 · channels → filters]; already aimed at the weights.</param>
    public static void Run<TSink>(GradientChunks chunks, PanelRange panels, TSink sink)
        where TSink : struct, IGradientSink<TSink> =>
        VectorWidth.Run(new Kernel<TSink>(chunks, panels, sink));

    /// <summary>The same, and the bias.</summary>
    /// <param name="chunks">The sums of every chunk.</param>
    /// <param name="panels">The panels wanted.</param>
    /// <param name="sink">Takes packed offsets of [9 · channels → filters]; already aimed at the weights.</param>
    /// <param name="biasSink">Takes offsets into the vector; already aimed at the bias.</param>
    public static void Run<TSink>(GradientChunks chunks, PanelRange panels, TSink sink, TSink biasSink)
        where TSink : struct, IGradientSink<TSink>
    {
        Run(chunks, panels, sink);
        ChunkedGradient.RunBias(chunks, panels, biasSink);
    }

    private readonly struct Kernel<TSink>(GradientChunks chunks, PanelRange panels, TSink sink) : IKernel
        where TSink : struct, IGradientSink<TSink>
    {
        public void Run<TInstructions, TVector>()
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            int channels = chunks.Inputs / Winograd.Frequencies;
            for (int i = panels.First; i < panels.First + panels.Count; i++)
            {
                GradientPanel panel = chunks.Panel(i);
                Panel<TInstructions, TVector>(chunks.Data + panel.Offset, PanelLayout.PanelOffset(i, Taps * channels), (nint)channels * panel.Width);
            }
        }

        /// <summary>All weights under one panel: <paramref name="step"/> from frequency to frequency, and from tap to tap.</summary>
        [SkipLocalsInit]
        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private void Panel<TInstructions, TVector>(float* first, nint offset, nint step)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            float* rows = stackalloc float[12 * MostLanes], taps = stackalloc float[Taps * MostLanes];
            nint lanes = TInstructions.Count;
            for (nint i = 0; i < step; i += lanes)
            {
                for (nint column = 0; column < 4; column++)
                {
                    float* from = first + i + column * step;
                    Reduce<TInstructions, TVector>(
                        Sum<TInstructions, TVector>(from),
                        Sum<TInstructions, TVector>(from + 4 * step),
                        Sum<TInstructions, TVector>(from + 8 * step),
                        Sum<TInstructions, TVector>(from + 12 * step),
                        rows + column * lanes,
                        4 * lanes);
                }

                for (nint row = 0; row < 3; row++)
                {
                    float* from = rows + row * 4 * lanes;
                    Reduce<TInstructions, TVector>(
                        TInstructions.Load(from),
                        TInstructions.Load(from + lanes),
                        TInstructions.Load(from + 2 * lanes),
                        TInstructions.Load(from + 3 * lanes),
                        taps + row * 3 * lanes,
                        lanes);
                }

                for (nint tap = 0; tap < Taps; tap++)
                {
                    sink.Apply<TInstructions, TVector>(TInstructions.Load(taps + tap * lanes), offset + tap * step + i);
                }
            }
        }

        /// <summary>One frequency over all chunks.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private TVector Sum<TInstructions, TVector>(float* from)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            TVector sum = TInstructions.Load(from);
            for (int chunk = 1; chunk < chunks.Count; chunk++)
            {
                sum = TInstructions.Add(sum, TInstructions.Load(from + chunk * chunks.Stride));
            }

            return sum;
        }

        /// <summary>Gᵀ over four: s₀ + (s₁ + s₂)/2, (s₁ − s₂)/2, (s₁ + s₂)/2 + s₃.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Reduce<TInstructions, TVector>(TVector s0, TVector s1, TVector s2, TVector s3, float* to, nint step)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            TVector half = TInstructions.Broadcast(0.5f), middle = TInstructions.Multiply(TInstructions.Add(s1, s2), half);
            TInstructions.Store(TInstructions.Add(s0, middle), to);
            TInstructions.Store(TInstructions.Multiply(TInstructions.Subtract(s1, s2), half), to + step);
            TInstructions.Store(TInstructions.Add(middle, s3), to + 2 * step);
        }
    }
}
