using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>
/// Gradients of every trained parameter in a flat array laid out as the parameters, and the pass that feeds them to a sink.
/// </summary>
internal sealed unsafe class StoredGradients
{
    private const int PanelsPerChunk = 256;

    private readonly PanelChunk[] _chunks;

    public StoredGradients(ParameterStore parameters)
    {
        WeightLayout layout = parameters.Values.Layout;
        Values = new(layout, PinnedBuffer.Zeroed(layout.TrainableLength));
        var chunks = new List<PanelChunk>();
        for (int i = 0; i < layout.Places.Length; i++)
        {
            if (parameters.Infos[i].IsTrainable)
            {
                int panels = PanelLayout.PanelCount(layout.Places[i].Length);
                for (int first = 0; first < panels; first += PanelsPerChunk)
                {
                    chunks.Add(new(i, new(first, Math.Min(PanelsPerChunk, panels - first))));
                }
            }
        }

        _chunks = [.. chunks];
    }

    /// <summary>The gradients.</summary>
    public WeightArray Values { get; }

    /// <summary>Number of pieces.</summary>
    public int Count => _chunks.Length;

    /// <summary>Feeds one piece to a sink, which takes it as it takes gradients in registers.</summary>
    public void Execute<TSink>(int index, TSink sink)
        where TSink : struct, IGradientSink<TSink>
    {
        PanelChunk chunk = _chunks[index];
        WeightPlace place = Values.Layout.Places[chunk.Owner];
        VectorGradient.Run(new Tensor(Values.Data + place.Offset, place.Length, place.Length), chunk.Panels, sink.For(chunk.Owner));
    }
}
