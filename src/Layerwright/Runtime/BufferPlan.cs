using System.ComponentModel;

namespace Layerwright.Runtime;

/// <summary>Where tensors lie, in logical elements a row.</summary>
/// <param name="Tensors">Every tensor, by the number the generated code uses.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record BufferPlan(params TensorInfo[] Tensors)
{
    /// <summary>Logical elements a row if every tensor had a place of its own: for the summary.</summary>
    public int UnsharedFloatsPerRow { get; init; }

    /// <summary>Floats that one kernel needs to itself while it runs: the most of any.</summary>
    public int Scratch { get; init; }

    /// <summary>The tensor that holds the raw outputs.</summary>
    public required int Output { get; init; }

    /// <summary>The tensor that holds the loss's gradient with respect to the raw outputs; −1 where nothing is trained.</summary>
    public int OutputGradient { get; init; } = -1;

    /// <summary>The tensor that holds the gradient of the input; −1 where nobody asked for it.</summary>
    public int InputGradient { get; init; } = -1;
}
