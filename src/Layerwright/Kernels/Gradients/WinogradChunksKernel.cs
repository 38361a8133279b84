using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>sink(Gᵀ · Σ over chunks · G), <see cref="WinogradChunks"/> and <see cref="Winograd4Chunks"/>.</summary>
internal readonly unsafe struct WinogradChunksKernel<TTile, TSink>(GradientChunks chunks, PanelRange panels, TSink sink) : IKernel
    where TTile : struct, IWinogradTile
    where TSink : struct, IGradientSink<TSink>
{
    private const int Taps = 9, MostLanes = 16, MostFrequencies = 36;

    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        int channels = chunks.Inputs / TTile.Frequencies;
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
        float* memory = stackalloc float[(2 * MostFrequencies + 1) * MostLanes];
        float* sums = (float*)(((nint)memory + 63) & ~63);
        nint lanes = TInstructions.Count, side = TTile.Size + 2;
        float* rows = sums + TTile.Frequencies * lanes, taps = sums;
        for (nint i = 0; i < step; i += lanes)
        {
            float* from = first + i;
            for (nint frequency = 0; frequency < TTile.Frequencies; frequency++, from += step)
            {
                TInstructions.Store(Sum<TInstructions, TVector>(from), sums + frequency * lanes);
            }

            for (nint column = 0; column < side; column++)
            {
                TTile.Taps<TInstructions, TVector>(sums + column * lanes, side * lanes, rows + column * lanes, side * lanes);
            }

            for (nint row = 0; row < 3; row++)
            {
                TTile.Taps<TInstructions, TVector>(rows + row * side * lanes, lanes, taps + row * 3 * lanes, lanes);
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
}
