using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>
/// Copies of weights in the forms that a step's kernels read. They remember the version they were made from; <see cref="Refresh"/>
/// makes them anew, shared by the team's threads, where the weights have changed since.
/// </summary>
internal sealed unsafe class DerivedCopies : IJob
{
    private readonly ParameterStore _parameters;
    private readonly CopyInfo[] _infos;
    private readonly WeightArray _copies;
    private readonly Piece[] _pieces;
    private long _version = -1;

    public DerivedCopies(NetworkBlueprint blueprint, ParameterStore parameters)
    {
        _parameters = parameters;
        _infos = blueprint.Copies;
        _copies = new(WeightLayout.OfCopies(blueprint));
        var pieces = new List<Piece>();
        for (int copy = 0; copy < _infos.Length; copy++)
        {
            int panels = PanelLayout.PanelCount(_copies.Layout.Places[copy].Outputs / _infos[copy].Groups);
            for (int piece = 0; piece < _infos[copy].Groups * panels; piece++)
            {
                pieces.Add(new(copy, piece / panels, piece % panels));
            }
        }

        _pieces = [.. pieces];
    }

    /// <summary>The copies, by their number.</summary>
    public PackedMatrix* Matrices => _copies.Table.Matrices;

    /// <summary>Brings the copies to the weights' present version.</summary>
    public void Refresh(int threads)
    {
        if (_version != _parameters.Version)
        {
            WorkerTeam.Run(this, _pieces.Length, threads);
            _version = _parameters.Version;
        }
    }

    void IJob.Execute(int index, int worker)
    {
        Piece piece = _pieces[index];
        CopyInfo info = _infos[piece.Copy];
        PackedMatrix source = _parameters.Table.Matrices[info.Parameter].Group(piece.Group);
        info.Fill(source, Matrices[piece.Copy].Group(piece.Group), piece.Panel);
    }

    /// <summary>What one thread takes at a time: a panel of one group of a copy.</summary>
    private readonly record struct Piece(int Copy, int Group, int Panel);
}
