using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>The two ways into one kind of update. Made when a step first uses the kind, then kept.</summary>
internal sealed class UpdateJobs<TSink>(WeightPass pass, StoredGradients gradients)
    where TSink : struct, IGradientSink<TSink>
{
    /// <summary>Gradients straight from registers.</summary>
    public SinkJob<TSink> Fused { get; } = new(pass);

    /// <summary>Stored gradients.</summary>
    public FlatJob<TSink> Flat { get; } = new(gradients);
}
