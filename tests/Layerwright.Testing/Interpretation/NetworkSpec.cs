namespace Layerwright.Testing.Interpretation;

/// <summary>A network as a test describes it: can be written as C# attributes and interpreted in double precision.</summary>
/// <param name="Name">The class's name.</param>
/// <param name="Input">The input's attribute.</param>
/// <param name="Layers">Layers in order, without input and loss.</param>
/// <param name="Loss">The loss.</param>
public sealed record NetworkSpec(string Name, InputSpec Input, IReadOnlyList<LayerSpec> Layers, LossKind Loss)
{
    /// <summary>Elements of one row of the input.</summary>
    public int InputLength => Input.Shape.Length;

    /// <summary>What a random network was drawn from.</summary>
    public int Seed { get; init; }

    /// <summary>The loss's arguments.</summary>
    public LossOptions LossOptions { get; init; } = new();

    /// <summary>Asks for the gradient of the input.</summary>
    public bool InputGradient { get; init; }

    /// <summary>False: 3×3 convolutions are all direct.</summary>
    public bool Winograd { get; init; } = true;
}

/// <summary>A class marked <c>[Block]</c>.</summary>
public sealed record BlockSpec(string Name, IReadOnlyList<LayerSpec> Layers)
{
    /// <summary>The library's own block, which yields its input.</summary>
    public static BlockSpec Identity { get; } = new("Identity", []);
}

/// <summary>A layer's attribute.</summary>
public abstract record LayerSpec
{
    /// <summary>The member's name, if it is not the stem and a number.</summary>
    public string? Name { get; init; }

    /// <summary>The state's prefix, if it is not the lower-cased name.</summary>
    public string? Key { get; init; }

    /// <summary>The blocks it names.</summary>
    public IReadOnlyList<BlockSpec> Blocks => this switch
    {
        ResidualSpec { Shortcut: { } shortcut } residual => [residual.Branch, shortcut],
        ResidualSpec residual => [residual.Branch],
        UseSpec use => [use.Block],
        RepeatSpec repeat => [repeat.Block],
        GateSpec gate => [gate.Block],
        ConcatSpec concat => concat.Branches,
        _ => [],
    };
}

/// <summary>What layers of weights take.</summary>
public abstract record WeightSpec : LayerSpec
{
    /// <summary>Null: true, but before a BatchNorm of the same chain that is not frozen.</summary>
    public bool? UseBias { get; init; }

    /// <summary>Name of a member of <see cref="Layerwright.Init"/>, or null.</summary>
    public string? Init { get; init; }

    public double InitScale { get; init; } = 1;

    public double BiasInit { get; init; }

    public bool Frozen { get; init; }

    public double L1 { get; init; }

    public double L2 { get; init; }
}

/// <summary><c>[Dense(units)]</c>.</summary>
public sealed record DenseSpec(int Units) : WeightSpec;

/// <summary><c>[Maxout(units)]</c>.</summary>
public sealed record MaxoutSpec(int Units, int Pieces = 2) : WeightSpec;

/// <summary><c>[BatchNorm]</c>.</summary>
public sealed record BatchNormSpec : LayerSpec
{
    public double Momentum { get; init; } = 0.1;

    public double Epsilon { get; init; } = 1e-5;

    public bool ZeroGamma { get; init; }

    public bool Frozen { get; init; }
}

/// <summary><c>[LayerNorm]</c>, and without a mean <c>[RMSNorm]</c>.</summary>
public sealed record RowNormSpec(bool SubtractsMean) : LayerSpec
{
    public double Epsilon { get; init; } = 1e-5;
}

/// <summary><c>[Dropout(rate)]</c>.</summary>
public sealed record DropoutSpec(double Rate) : LayerSpec;

/// <summary><c>[AlphaDropout(rate)]</c>.</summary>
public sealed record AlphaDropoutSpec(double Rate) : LayerSpec;

/// <summary>An elementwise activation: <c>[ReLU]</c>, <c>[LeakyReLU(slope)]</c>, <c>[ELU(alpha)]</c>, <c>[GELU(Approximate = true)]</c>, …</summary>
public sealed record ActivationSpec(ActivationKind Kind) : LayerSpec
{
    /// <summary>LeakyReLU's.</summary>
    public double Slope { get; init; } = 0.01;

    /// <summary>ELU's.</summary>
    public double Alpha { get; init; } = 1;

    /// <summary>GELU's.</summary>
    public bool Approximate { get; init; }
}

/// <summary><c>[PReLU]</c>.</summary>
public sealed record PReLUSpec(bool PerChannel = false) : LayerSpec;

/// <summary><c>[Softmax]</c>, <c>[LogSoftmax]</c>.</summary>
public sealed record SoftmaxSpec(bool IsLogarithmic) : LayerSpec;

/// <summary><c>[Residual&lt;TBranch&gt;]</c> and <c>[Residual&lt;TBranch, TShortcut&gt;]</c>.</summary>
public sealed record ResidualSpec(BlockSpec Branch, BlockSpec? Shortcut = null, bool Projection = false) : LayerSpec;

/// <summary><c>[Use&lt;T&gt;]</c>.</summary>
public sealed record UseSpec(BlockSpec Block) : LayerSpec;

/// <summary><c>[Repeat&lt;T&gt;(times)]</c>.</summary>
public sealed record RepeatSpec(BlockSpec Block, int Times) : LayerSpec;

/// <summary>Elementwise nonlinearities.</summary>
public enum ActivationKind
{
    ReLU,
    LeakyReLU,
    Tanh,
    Sigmoid,
    ReLU6,
    ELU,
    SELU,
    GELU,
    SiLU,
    Mish,
    Softplus,
    Softsign,
    HardTanh,
    HardSigmoid,
    HardSwish,
}

/// <summary>Losses.</summary>
public enum LossKind
{
    None,
    SoftmaxCrossEntropy,
    BinaryCrossEntropy,
    MulticlassHinge,
    MeanSquaredError,
    MeanAbsoluteError,
    Huber,
}
