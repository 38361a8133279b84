using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>
/// Transposed copies of the weights whose inputs need gradients. They remember the version they were made from;
/// <see cref="Refresh"/> makes them anew, shared by the team's threads, where the weights have changed since.
/// </summary>
internal sealed unsafe class TransposedWeights : IJob
{
    private readonly ParameterStore _parameters;
    private readonly WeightArray _copies;
    private readonly PanelChunk[] _chunks;
    private long _version = -1;

    public TransposedWeights(ParameterStore parameters)
    {
        _parameters = parameters;
        ReadOnlySpan<ParameterInfo> infos = parameters.Infos;
        _copies = new(WeightLayout.OfTransposed(infos));
        var chunks = new List<PanelChunk>();
        for (int i = 0; i < infos.Length; i++)
        {
            if (infos[i].IsTransposed)
            {
                PanelChunk.AddAll(chunks, i, infos[i].Inputs);
            }
        }

        _chunks = [.. chunks];
    }

    /// <summary>The copies, by parameter.</summary>
    public PackedMatrix* Matrices => _copies.Table.Matrices;

    /// <summary>Brings the copies to the weights' present version.</summary>
    public void Refresh(int threads)
    {
        if (_version != _parameters.Version)
        {
            WorkerTeam.Run(this, _chunks.Length, threads);
            _version = _parameters.Version;
        }
    }

    void IJob.Execute(int index, int worker)
    {
        PanelChunk chunk = _chunks[index];
        Transposition.Run(_parameters.Table.Matrices[chunk.Owner], Matrices[chunk.Owner], chunk.Panels);
    }
}
