using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Operations;

/// <summary>A tensor [rows, positions, columns] of the graph: computed once, never changed.</summary>
/// <param name="Id">Its number; 0 is the network's input.</param>
/// <param name="Shape">One row of it.</param>
/// <param name="Name">What generated code calls it: the layer's path, its first name in small letters as in the state key, gradients with <c>Gradient</c> behind.</param>
/// <param name="Layer">The layer whose output it is, as the summary numbers them; −1 for what no layer outputs.</param>
internal sealed record Tensor(int Id, Shape Shape, string Name, int Layer)
{
    /// <summary>What constants that belong to it begin with: the layer's path without its dots, as the user writes it.</summary>
    public string Stem { get; init; } = Name;

    /// <summary>What it is, where it (or what it is the gradient of) lies inside a layer; else null.</summary>
    public InnerTensor? Inner { get; init; }

    /// <summary>Elements of a line: the features of a vector, the channels of a position.</summary>
    public int Columns => Shape.Channels;

    /// <summary>Lines of a row: pixels or steps, 1 for a vector. Each is padded to whole vectors by itself.</summary>
    public int Positions => Shape.Positions;

    /// <summary>Elements of a row.</summary>
    public int Length => Shape.Length;

    public bool IsNetworkInput => Id == 0;
}

/// <summary>What a tensor inside a layer holds, as the layer describes it.</summary>
/// <param name="Path">The layer's path.</param>
/// <param name="Contents"><c>5 units × 3 pieces</c>.</param>
internal sealed record InnerTensor(string Path, string Contents);
