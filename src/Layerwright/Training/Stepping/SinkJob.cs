using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>The weight pass into one kind of sink.</summary>
internal sealed class SinkJob<TSink>(WeightPass pass) : IJob
    where TSink : struct, IGradientSink<TSink>
{
    /// <summary>Where gradients go this time.</summary>
    public TSink Sink { get; set; }

    public void Execute(int index, int worker) => pass.Execute(index, Sink);
}
