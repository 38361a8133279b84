using System.ComponentModel;

namespace Layerwright.Runtime;

/// <summary>A copy of a weight that a training step keeps in another form and makes anew when the weight has changed.</summary>
/// <param name="Parameter">Index into <see cref="NetworkBlueprint.Parameters"/>.</param>
/// <param name="Form">What it is to the weight.</param>
/// <param name="Taps">Taps of the weight's window: its inputs are that many times its channels.</param>
/// <param name="Groups">Groups of channels, each with a matrix of its own: the weight's one after the other, and so the copy's.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct CopyInfo(int Parameter, CopyForm Form, int Taps = 1, int Groups = 1);
