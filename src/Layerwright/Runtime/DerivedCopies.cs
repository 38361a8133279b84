using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>
/// Copies of weights in the forms that a step's kernels read. Each piece remembers the version it was made from: an update renews
/// most of them while the new weights are in the cache, and <see cref="Refresh"/> makes the others anew before they are read.
/// </summary>
internal sealed unsafe class DerivedCopies : IJob
{
    private readonly ParameterStore _parameters;
    private readonly CopyInfo[] _infos;
    private readonly WeightArray _copies;
    private readonly Piece[] _pieces;
    private readonly long[] _versions;
    private readonly int[] _stale;
    private long _version = -1;

    public DerivedCopies(NetworkBlueprint blueprint, ParameterStore parameters)
    {
        _parameters = parameters;
        _infos = blueprint.Copies;
        _copies = new(WeightLayout.OfCopies(blueprint));
        var pieces = new List<Piece>();
        foreach (int copy in Enumerable.Range(0, _infos.Length).OrderBy(copy => _infos[copy].Task))
        {
            int panels = PanelLayout.PanelCount(_copies.Layout.Places[copy].Outputs / _infos[copy].Groups);
            for (int piece = 0; piece < _infos[copy].Groups * panels; piece++)
            {
                pieces.Add(new(copy, piece / panels, piece % panels));
            }
        }

        _pieces = [.. pieces];
        _stale = new int[_pieces.Length];
        _versions = new long[_pieces.Length];
        Array.Fill(_versions, _version);
    }

    /// <summary>Number of pieces, in the order of the tasks that update their weights.</summary>
    public int Count => _pieces.Length;

    /// <summary>The copies, by their number.</summary>
    public PackedMatrix* Matrices => _copies.Table.Matrices;

    /// <summary>Brings all pieces to the weights' present version.</summary>
    public void Refresh(int threads)
    {
        long version = _parameters.Version;
        if (_version == version)
        {
            return;
        }

        int stale = 0;
        for (int piece = 0; piece < _versions.Length; piece++)
        {
            if (_versions[piece] != version)
            {
                _stale[stale++] = piece;
            }
        }

        if (stale > 0)
        {
            WorkerTeam.Run(this, stale, threads);
        }

        _version = version;
    }

    /// <summary>The task that updates what a piece is made from, or −1.</summary>
    public int TaskOf(int piece) => _infos[_pieces[piece].Copy].Task;

    /// <summary>Brings a piece, whose weights an update has finished, to the version that the update will end with.</summary>
    public void Renew(int piece)
    {
        long version = _parameters.Version + 1;
        if (TaskOf(piece) >= 0)
        {
            Make(piece, version);
        }
        else if (_versions[piece] == version - 1)
        {
            _versions[piece] = version;
        }
    }

    void IJob.Execute(int index, int worker) => Make(_stale[index], _parameters.Version);

    private void Make(int index, long version)
    {
        Piece piece = _pieces[index];
        CopyInfo info = _infos[piece.Copy];
        PackedMatrix source = _parameters.Table.Matrices[info.Parameter].Group(piece.Group);
        info.Fill(source, Matrices[piece.Copy].Group(piece.Group), piece.Panel);
        _versions[index] = version;
    }

    /// <summary>What one thread takes at a time: a panel of one group of a copy.</summary>
    private readonly record struct Piece(int Copy, int Group, int Panel);
}
