using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;

namespace Layerwright.CodeModel.Layers;

/// <summary>The sizes of a layer's weight: as a matrix inside, in PyTorch's state, and as its start sees it.</summary>
/// <param name="Outputs">Columns of the packed matrices, of all groups.</param>
/// <param name="Inputs">Depth of a packed matrix.</param>
internal sealed record WeightShape(int Outputs, int Inputs)
{
    /// <summary>Linear maps for each output.</summary>
    public int Pieces { get; init; } = 1;

    /// <summary>Packed matrices, one after the other.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>How the inputs lie.</summary>
    public FeatureOrder InputOrder { get; init; } = FeatureOrder.Same;

    /// <summary>PyTorch's shape; empty where it is [outputs, inputs].</summary>
    public EquatableArray<int> StateShape { get; init; }

    /// <summary>Biases, where the layer has them.</summary>
    public int Biases { get; init; } = Outputs;

    /// <summary>Numbers that one output is a sum of.</summary>
    public double FanIn { get; init; } = Inputs;

    /// <summary>Outputs that one number goes into.</summary>
    public double FanOut { get; init; } = Outputs;

    /// <summary>PyTorch's Linear, [units · pieces, inputs].</summary>
    public static WeightShape Dense(int units, int inputs, int pieces = 1) =>
        new(units * pieces, inputs) { Pieces = pieces, FanOut = units };

    /// <summary>A convolution's [filters, channels / groups, kernel…]: inside one matrix a group, its inputs [taps][channels].</summary>
    public static WeightShape Convolution(int filters, int channels, EquatableArray<int> kernel, int groups = 1)
    {
        int taps = Taps(kernel), perGroup = channels / groups;
        return new(filters, taps * perGroup)
        {
            Groups = groups,
            InputOrder = FeatureOrder.Of(taps, perGroup),
            StateShape = new[] { filters, perGroup }.Concat(kernel).ToEquatableArray(),
            FanOut = (double)taps * filters / groups,
        };
    }

    /// <summary>A depthwise convolution's [channels · multiplier, 1, kernel…]: inside one matrix whose inputs are the taps.</summary>
    public static WeightShape Depthwise(int channels, int multiplier, EquatableArray<int> kernel)
    {
        int taps = Taps(kernel);
        return new(channels * multiplier, taps)
        {
            StateShape = new[] { channels * multiplier, 1 }.Concat(kernel).ToEquatableArray(),
            FanOut = (double)taps * multiplier,
        };
    }

    /// <summary>
    /// A transposed convolution's [channels, filters, kernel…]: inside the weight of the convolution that it is the input gradient
    /// of, from its filters to its channels.
    /// </summary>
    /// <param name="filters">Channels of its output.</param>
    /// <param name="channels">Channels of its input.</param>
    /// <param name="kernel">Sizes of the kernel.</param>
    /// <param name="strides">The product of its strides: each output sees one tap in so many.</param>
    public static WeightShape Transposed(int filters, int channels, EquatableArray<int> kernel, int strides)
    {
        int taps = Taps(kernel);
        return new(channels, taps * filters)
        {
            InputOrder = FeatureOrder.Of(taps, filters),
            StateShape = new[] { channels, filters }.Concat(kernel).ToEquatableArray(),
            Biases = filters,
            FanIn = (double)taps * channels / strides,
            FanOut = (double)taps * filters,
        };
    }

    private static int Taps(EquatableArray<int> kernel) => kernel.Aggregate(1, (product, size) => product * size);
}
