using System.ComponentModel;

namespace Layerwright.Runtime;

/// <summary>One entry of the state dictionary.</summary>
/// <param name="Key">PyTorch's name: <c>dense1.weight</c>.</param>
/// <param name="Layer">Index into <see cref="NetworkBlueprint.Layers"/>.</param>
/// <param name="Kind">How it is stored.</param>
/// <param name="Outputs">Rows of PyTorch's weight, or the vector's length.</param>
/// <param name="Inputs">Columns of PyTorch's weight, further dimensions taken as one (of one group, where there are several); 1 for vectors.</param>
/// <param name="Start">Its first values.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ParameterInfo(string Key, int Layer, ParameterKind Kind, int Outputs, int Inputs, Initializer Start)
{
    /// <summary>λ of λ·‖w‖₁ at the start of training.</summary>
    public float L1 { get; init; }

    /// <summary>λ of ½·λ·‖w‖² at the start of training.</summary>
    public float L2 { get; init; }

    /// <summary>True for weights proper: weight decay skips biases, scales and shifts unless told otherwise.</summary>
    public bool IsDecayed { get; init; }

    /// <summary>True where training leaves it as it is.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>
    /// Rows of PyTorch's weight that one output is the largest of: there [outputs/pieces, pieces], here piece after piece. 1 but
    /// for maxout layers.
    /// </summary>
    public int Pieces { get; init; } = 1;

    /// <summary>
    /// Groups of outputs, each with weights over inputs of its own: one packed matrix a group, one after the other. 1 but for
    /// grouped convolutions.
    /// </summary>
    public int Groups { get; init; } = 1;

    /// <summary>
    /// How its inputs lie: for each segment [positions][channels] here, [channels][positions] in the state. Of a convolution the
    /// positions are the kernel's taps; empty where both orders are one.
    /// </summary>
    public (int Positions, int Channels)[] InputOrder { get; init; } = [];

    /// <summary>The same for its outputs, or a vector's elements: for each segment [positions][channels] here, [channels][positions] in the state.</summary>
    public (int Positions, int Channels)[] OutputOrder { get; init; } = [];

    /// <summary>PyTorch's shape, where it is not [<see cref="Outputs"/>, <see cref="Inputs"/>] or, of a vector, [<see cref="Outputs"/>]: <c>[16, 3, 3, 3]</c>.</summary>
    public int[] StateShape
    {
        get => field ?? (Kind == ParameterKind.Matrix ? [Outputs, Inputs] : [Outputs]);
        init;
    }

    /// <summary>Numbers in all.</summary>
    internal int Length => Kind == ParameterKind.Matrix ? Outputs * Inputs : Outputs;

    /// <summary>True for what gets gradients and updates.</summary>
    internal bool IsTrainable => Kind != ParameterKind.Statistic && !IsFrozen;

    /// <summary>True for what training moves without a gradient.</summary>
    internal bool IsLiveStatistic => Kind == ParameterKind.Statistic && !IsFrozen;
}
