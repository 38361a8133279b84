using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>The flat pass over stored gradients into one kind of sink.</summary>
internal sealed class FlatJob<TSink>(StoredGradients gradients) : IJob
    where TSink : struct, IGradientSink<TSink>
{
    /// <summary>Where gradients go this time.</summary>
    public TSink Sink { get; set; }

    public void Execute(int index, int worker) => gradients.Execute(index, Sink);
}
