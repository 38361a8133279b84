using System.ComponentModel;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>A copy of a weight that a training step keeps in another form and makes anew when the weight has changed.</summary>
/// <param name="Parameter">Index into <see cref="NetworkBlueprint.Parameters"/>.</param>
/// <param name="Form">What it is to the weight.</param>
/// <param name="Taps">Taps of the weight's window: its inputs are that many times its channels.</param>
/// <param name="Groups">Groups of channels, each with a matrix of its own: the weight's one after the other, and so the copy's.</param>
/// <param name="Task">The task of <see cref="NetworkBlueprint.WeightTasks"/> that updates the weight; −1 where it is frozen.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct CopyInfo(int Parameter, CopyForm Form, int Taps = 1, int Groups = 1, int Task = -1)
{
    private bool IsTurned => Form is not (CopyForm.Winograd or CopyForm.Winograd4);

    private int Depth => Form switch
    {
        CopyForm.Winograd or CopyForm.TurnedWinograd => TwoByTwo.Frequencies,
        CopyForm.Winograd4 or CopyForm.TurnedWinograd4 => FourByFour.Frequencies,
        _ => Taps,
    };

    /// <summary>Outputs of the copy, of all groups.</summary>
    internal int OutputsOf(ParameterInfo weight) => IsTurned ? weight.Inputs / Taps * Groups : weight.Outputs;

    /// <summary>Inputs of the copy, of one group.</summary>
    internal int InputsOf(ParameterInfo weight) => Depth * (IsTurned ? weight.Outputs / Groups : weight.Inputs / Taps);

    /// <summary>Makes one panel of one group's copy.</summary>
    internal void Fill(PackedMatrix source, PackedMatrix target, int panel)
    {
        switch (Form)
        {
            case CopyForm.Winograd:
                WinogradWeights.Run(source, target, new(panel, 1));
                break;
            case CopyForm.TurnedWinograd:
                WinogradWeights.RunTurned(source, target, new(panel, 1));
                break;
            case CopyForm.Winograd4:
                Winograd4Weights.Run(source, target, new(panel, 1));
                break;
            case CopyForm.TurnedWinograd4:
                Winograd4Weights.RunTurned(source, target, new(panel, 1));
                break;
            default:
                Transposition.Run(source, Taps, target, new(panel, 1));
                break;
        }
    }
}
