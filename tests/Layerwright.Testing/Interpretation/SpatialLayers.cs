namespace Layerwright.Testing.Interpretation;

/// <summary><c>[Conv2D(filters, kernel)]</c>.</summary>
public sealed record Conv2DSpec(int Filters, WindowSpec Window) : WeightSpec
{
    public int Groups { get; init; } = 1;
}

/// <summary><c>[DepthwiseConv2D(kernel)]</c>.</summary>
public sealed record DepthwiseConv2DSpec(WindowSpec Window, int Multiplier = 1) : WeightSpec;

/// <summary><c>[ConvTranspose2D(filters, kernel)]</c>.</summary>
public sealed record ConvTranspose2DSpec(int Filters, WindowSpec Window) : WeightSpec
{
    public int OutputPaddingHeight { get; init; }

    public int OutputPaddingWidth { get; init; }
}

/// <summary><c>[Conv1D(filters, kernel)]</c>; of the window the width counts.</summary>
public sealed record Conv1DSpec(int Filters, WindowSpec Window) : WeightSpec
{
    public int Groups { get; init; } = 1;
}

/// <summary><c>[MaxPool2D(window)]</c> and its kin in two and one dimensions.</summary>
public sealed record PoolSpec(PoolKind Kind, WindowSpec Window, bool Is1D = false) : LayerSpec
{
    /// <summary>Whether padding counts in an average.</summary>
    public bool CountPadding { get; init; } = true;
}

/// <summary><c>[GlobalAveragePool2D]</c> and its kin.</summary>
public sealed record GlobalPoolSpec(PoolKind Kind, bool Is1D = false) : LayerSpec;

/// <summary><c>[GroupNorm(groups)]</c>.</summary>
public sealed record GroupNormSpec(int Groups) : LayerSpec
{
    public double Epsilon { get; init; } = 1e-5;
}

/// <summary><c>[SpatialDropout2D(rate)]</c>.</summary>
public sealed record SpatialDropout2DSpec(double Rate) : LayerSpec;

/// <summary><c>[Flatten]</c>.</summary>
public sealed record FlattenSpec : LayerSpec;

/// <summary><c>[Reshape(height, width, channels)]</c>; to a vector <c>[Reshape(length)]</c>.</summary>
public sealed record ReshapeSpec(SpecShape Shape) : LayerSpec;

/// <summary><c>[Upsample2D(factor)]</c>.</summary>
public sealed record Upsample2DSpec(int Factor) : LayerSpec;

/// <summary><c>[ZeroPadding2D(top, bottom, left, right)]</c>.</summary>
public sealed record ZeroPadding2DSpec(int Top, int Bottom, int Left, int Right) : LayerSpec;

/// <summary><c>[Gate&lt;T&gt;]</c>.</summary>
public sealed record GateSpec(BlockSpec Block) : LayerSpec;

/// <summary><c>[Concat&lt;T1, T2&gt;]</c> to four.</summary>
public sealed record ConcatSpec(params IReadOnlyList<BlockSpec> Branches) : LayerSpec;

/// <summary>What a pool takes of its window.</summary>
public enum PoolKind
{
    Max,
    Average,
}
