using System.Globalization;

namespace Layerwright.Benchmarks.Peers;

/// <summary>Our works and the peers' in turns, with the same weights and inputs.</summary>
internal sealed class PeerFigures : IDisposable
{
    /// <summary>Sums are taken in another order, and there are several steps of them.</summary>
    private const double Tolerance = 2e-5;

    private const int FewestRounds = 3, MostRounds = 10;

    /// <summary>Works this long keep the settings that were best for the same work of fewer rows.</summary>
    private const double Long = 0.02;

    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(25), RowTime = TimeSpan.FromSeconds(1.6);

    private readonly Dictionary<(string? Family, string Peer), string> _chosen = [];
    private PyTorch? _pytorch;

    /// <param name="onnxRuntime">Path of ONNX Runtime's library, or null.</param>
    /// <param name="python">Path of a Python that has PyTorch, or null.</param>
    /// <param name="blas">Directories, each with a BLAS for PyTorch to try; none for the system's.</param>
    public PeerFigures(string? onnxRuntime, string? python, IReadOnlyList<string> blas)
    {
        (OnnxRuntimePath, PythonPath, Blas) = (onnxRuntime, python, blas);
        if (onnxRuntime is not null)
        {
            Console.WriteLine($"ONNX Runtime {OnnxRuntime.Load(onnxRuntime)}, one thread");
        }
    }

    /// <summary>Path of ONNX Runtime's library, or null.</summary>
    public string? OnnxRuntimePath { get; }

    /// <summary>Path of a Python that has PyTorch, or null.</summary>
    public string? PythonPath { get; }

    /// <summary>Directories, each with a BLAS for PyTorch to try.</summary>
    public IReadOnlyList<string> Blas { get; }

    /// <summary>PyTorch's processes, which start when they are first asked for; null where there is no Python.</summary>
    public PyTorch? PyTorch => _pytorch ??= Start();

    public void Dispose() => _pytorch?.Dispose();

    /// <summary>A row of the table: ours, and each peer's best.</summary>
    /// <param name="work">What the table calls it.</param>
    /// <param name="ours">Ours.</param>
    /// <param name="peers">Who else does it.</param>
    /// <param name="threads">Threads of each.</param>
    /// <param name="family">The same work with other numbers of rows has the same name here.</param>
    public SpeedRow Measure(string work, SpeedWork ours, IEnumerable<PeerChoice> peers, int threads = 1, string? family = null)
    {
        TimedWork timed = new(ours.Run);
        double about = timed.Quickest(TimeSpan.Zero);
        (string Peer, PeerWork Work)[] others = [.. peers.Select(peer => (peer.Peer, Choose(peer, threads, family, about)))];
        Func<TimeSpan, double>[] works = [timed.Quickest, .. others.Select(other => other.Work.Quickest)];
        double round = works.Length * Math.Max(Turn.TotalSeconds, about);
        int rounds = Math.Clamp((int)(RowTime.TotalSeconds / round), FewestRounds, MostRounds);
        double[] seconds = Timing.Minima(rounds, Turn, PeerChoice.PauseOf(threads), works);
        return new(work, seconds[0])
        {
            Peers = [.. others.Zip(seconds.Skip(1), (other, time) => new PeerTime(other.Peer, time, other.Work.Setting))],
            Cost = ours.Cost,
            Threads = threads,
        };
    }

    /// <exception cref="InvalidOperationException">The two sides have not computed the same.</exception>
    public static void Compare(string what, float[] ours, IReadOnlyList<double> theirs)
    {
        double scale = Math.Max(1, theirs.Max(Math.Abs));
        for (int i = 0; i < Math.Max(ours.Length, theirs.Count); i++)
        {
            if (!(Math.Abs(ours[i] - theirs[i]) <= Tolerance * scale))
            {
                throw new InvalidOperationException(
                    string.Create(CultureInfo.InvariantCulture, $"Number {i} of {what} is {ours[i]} here, {theirs[i]} there."));
            }
        }
    }

    private PeerWork Choose(PeerChoice peer, int threads, string? family, double seconds)
    {
        (string?, string) key = (family, peer.Peer);
        if (seconds > Long && family is not null && _chosen.TryGetValue(key, out string? setting))
        {
            return peer.Under(setting);
        }

        PeerWork work = peer.Choose(threads);
        _chosen[key] = work.Setting;
        return work;
    }

    private PyTorch? Start()
    {
        if (PythonPath is null)
        {
            return null;
        }

        PyTorch started = new(PythonPath, Blas);
        Console.WriteLine($"The quickest for each row of: {string.Join("; ", started.Versions)}");
        return started;
    }
}
