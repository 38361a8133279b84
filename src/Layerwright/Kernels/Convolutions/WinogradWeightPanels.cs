using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Panels of transformed weights, G·w·Gᵀ.</summary>
internal static unsafe class WinogradWeightPanels<TTile>
    where TTile : struct, IWinogradTile
{
    private const int Taps = 9;

    public static void Run(PackedMatrix source, PackedMatrix target, PanelRange panels)
    {
        for (int panel = panels.First; panel < panels.First + panels.Count; panel++)
        {
            float* from = source.Data + PanelLayout.PanelOffset(panel, source.Inputs);
            float* to = target.Data + PanelLayout.PanelOffset(panel, target.Inputs);
            VectorWidth.Run(new Kernel(from, to, (nint)(source.Inputs / Taps) * PanelLayout.WidthOf(panel, source.Outputs)));
        }
    }

    public static void RunTurned(PackedMatrix source, PackedMatrix target, PanelRange panels)
    {
        for (int panel = panels.First; panel < panels.First + panels.Count; panel++)
        {
            // Turned into the panel's end, and transformed from there: no frequency lands on a tap that is still to be read.
            nint step = (nint)source.Outputs * PanelLayout.WidthOf(panel, target.Outputs);
            float* to = target.Data + PanelLayout.PanelOffset(panel, target.Inputs), turned = to + (TTile.Frequencies - Taps) * step;
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
            for (nint i = 0; i < step; i += TInstructions.Count)
            {
                TTile.Weights<TInstructions, TVector>(taps + i, frequencies + i, step);
            }
        }
    }
}
