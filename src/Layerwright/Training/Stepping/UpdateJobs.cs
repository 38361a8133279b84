using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>An optimizer's updates: of gradients as they are, and of gradients that penalties or clipping change first.</summary>
/// <remarks>Both are made when a step first uses the optimizer, then kept: which of them a step needs may change with its gradients.</remarks>
internal sealed class UpdateJobs<TRule>(WeightPass pass, StoredGradients gradients)
    where TRule : struct, IUpdateRule
{
    public GradientJobs<UpdateSink<TRule, PlainGradients>> Plain { get; } = new(pass, gradients);

    public GradientJobs<UpdateSink<TRule, ShapedGradients>> Shaped { get; } = new(pass, gradients);
}

/// <summary>The two ways of gradients into a sink.</summary>
internal sealed class GradientJobs<TSink>(WeightPass pass, StoredGradients gradients)
    where TSink : struct, IGradientSink<TSink>
{
    /// <summary>Straight from registers.</summary>
    public SinkJob<TSink> Fused { get; } = new(pass);

    /// <summary>Straight from registers, of a single row; empty until one comes.</summary>
    public KernelRecording Row { get; } = new();

    /// <summary>From the stored ones.</summary>
    public FlatJob<TSink> Flat { get; } = new(gradients);
}
