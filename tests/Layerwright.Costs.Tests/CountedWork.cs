using Layerwright.Kernels;
using Layerwright.Runtime;

namespace Layerwright.Costs;

/// <summary>A training step or a prediction of a network, counted on one thread.</summary>
internal sealed class CountedWork
{
    private readonly Action _work;
    private IReadOnlyList<(Type Kernel, KernelCost Cost)>? _kernels;

    private CountedWork(NetworkBlueprint blueprint, int rows, bool isStep, Action work)
    {
        (Blueprint, Rows, IsStep, _work) = (blueprint, rows, isStep, work);
        Name = $"{blueprint.Name}, {(isStep ? "step" : "prediction")} of {rows}";
    }

    /// <summary>For example <c>LeNet, step of 32</c>.</summary>
    public string Name { get; }

    /// <summary>The network's literals.</summary>
    public NetworkBlueprint Blueprint { get; }

    /// <summary>Rows of a call.</summary>
    public int Rows { get; }

    /// <summary>Whether it trains.</summary>
    public bool IsStep { get; }

    /// <summary>What each kind of kernel did, in the order in which they are first met.</summary>
    public IReadOnlyList<(Type Kernel, KernelCost Cost)> Kernels => _kernels ??= KernelCounter.Count(_work);

    /// <summary>What all of them did.</summary>
    public KernelCost Cost => Kernels.Aggregate(default(KernelCost), (sum, kind) => sum + kind.Cost);

    /// <summary>
    /// Operations that the products and convolutions alone are, as the mathematics has them: forward; in a step weight gradients too, and
    /// input gradients of all but the first. Multiplications with an image's padding count, which kernels leave out.
    /// </summary>
    public long ProductFlops
    {
        get
        {
            int[] layers = [.. Blueprint.Parameters.Where(parameter => parameter.Kind == ParameterKind.Matrix).Select(parameter => parameter.Layer).Distinct()];
            long forward = layers.Sum(layer => Blueprint.Layers[layer].FlopsPerRow);
            return Rows * (IsStep ? (3 * forward) - Blueprint.Layers[layers.Min()].FlopsPerRow : forward);
        }
    }

    /// <summary>All operations against <see cref="ProductFlops"/>: padding, activations, updates come on top, minimal filtering saves.</summary>
    public double Overhead => (double)Cost.Flops / ProductFlops;

    /// <summary>How often what is touched at all comes from beyond a second-level cache, on average.</summary>
    public double Passes => (double)Cost.FarLines / Cost.FirstLines;

    /// <summary>A step with momentum.</summary>
    public static CountedWork Step<TNetwork>(int rows)
        where TNetwork : class, INetwork<TNetwork>
    {
        TNetwork network = TNetwork.Create(1);
        NetworkBlueprint blueprint = network.Blueprint;
        TrainingStep<TNetwork> step = new(network, rows, threads: 1);
        PinnedBuffer inputs = Numbers(rows * blueprint.InputLength);
        int[] labels = [.. Enumerable.Range(0, rows).Select(row => row % blueprint.OutputLength)];
        PinnedBuffer values = Numbers(rows * blueprint.OutputLength);
        Optimizer optimizer = new Sgd(1e-4f) { Momentum = 0.9f };
        return new(blueprint, rows, isStep: true, blueprint.Target == TargetKind.Labels
            ? () => step.Step(inputs.Span, labels, optimizer)
            : () => step.Step(inputs.Span, values.Span, optimizer));
    }

    /// <summary>A prediction.</summary>
    public static CountedWork Prediction<TNetwork>(int rows)
        where TNetwork : class, INetwork<TNetwork>
    {
        Predictor<TNetwork> predictor = new(TNetwork.Create(1), rows);
        PinnedBuffer inputs = Numbers(rows * predictor.InputLength), outputs = Numbers(rows * predictor.OutputLength);
        return new(TNetwork.Create(1).Blueprint, rows, isStep: false, () => predictor.Predict(inputs.Span, outputs.Span));
    }

    // Their place among the cache lines is the same in every run.
    private static PinnedBuffer Numbers(int length)
    {
        PinnedBuffer buffer = PinnedBuffer.Zeroed(length);
        Random random = new(1);
        foreach (ref float number in buffer.Span)
        {
            number = random.NextSingle();
        }

        return buffer;
    }
}
