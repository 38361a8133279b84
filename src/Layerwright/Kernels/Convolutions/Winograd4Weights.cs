using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>Weights of a three by three convolution as <see cref="Winograd4"/> reads them: G·w·Gᵀ, thirty-six frequencies for nine taps.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Winograd4Weights
{
    /// <summary>All of <paramref name="target"/>, for a predictor's own weights.</summary>
    /// <param name="source">[9 · channels → filters].</param>
    /// <param name="target">[36 · channels → filters].</param>
    public static void Transform(PackedMatrix source, PackedMatrix target) =>
        Run(source, target, new(0, PanelLayout.PanelCount(target.Outputs)));

    /// <summary>Some of the target's panels.</summary>
    /// <param name="source">[9 · channels → filters].</param>
    /// <param name="target">[36 · channels → filters].</param>
    /// <param name="panels">The panels wanted.</param>
    public static void Run(PackedMatrix source, PackedMatrix target, PanelRange panels) =>
        WinogradWeightPanels<FourByFour>.Run(source, target, panels);

    /// <summary>Some panels for the input gradient: of the weights with filters and channels exchanged and the taps in reverse order.</summary>
    /// <param name="source">[9 · channels → filters].</param>
    /// <param name="target">[36 · filters → channels].</param>
    /// <param name="panels">The target's panels wanted.</param>
    public static void RunTurned(PackedMatrix source, PackedMatrix target, PanelRange panels) =>
        WinogradWeightPanels<FourByFour>.RunTurned(source, target, panels);
}
