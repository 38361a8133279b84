using System.Globalization;
using System.Runtime.InteropServices;

namespace Layerwright.Benchmarks.Peers;

/// <summary>
/// PyTorch in processes of its own, over each BLAS to try: one on one thread; on two threads one with its defaults and one that
/// never spins.
/// </summary>
internal sealed class PyTorch : IDisposable
{
    private const string WaitPolicy = "OMP_WAIT_POLICY";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("layerwright-peers-");
    private readonly HashSet<string> _described = [];
    private readonly List<Place> _oneThread = [];
    private readonly List<Place> _twoThreads = [];

    /// <param name="python">Path of a Python that has PyTorch.</param>
    /// <param name="blas">Directories, each with a libblas.so.3 to try; none for the system's.</param>
    public PyTorch(string python, IEnumerable<string> blas)
    {
        Python = python;
        Write("inputs.f32", MemoryMarshal.AsBytes(BenchmarkData.Inputs.AsSpan()));
        Write("labels.i64", MemoryMarshal.AsBytes<long>(BenchmarkData.Labels.Select(label => (long)label).ToArray()));
        Write("random.f32", MemoryMarshal.AsBytes(BenchmarkData.Random.AsSpan()));
        foreach (string? library in blas.DefaultIfEmpty(null))
        {
            if (library is not null && !File.Exists(Path.Combine(library, "libblas.so.3")))
            {
                // The loader would take the system's without a word.
                throw new FileNotFoundException($"--blas names {library}, where no libblas.so.3 is.");
            }

            _oneThread.Add(Start(1, library));
            _twoThreads.Add(Start(2, library));
            _twoThreads.Add(Start(2, library, "PASSIVE"));
        }

        Place Start(int threads, string? library, string? waiting = null)
        {
            // OpenBLAS of the pthread kind has threads of its own, which torch.set_num_threads does not limit. By itself they spin for 2^28
            // cycles after the last product, into the turns of others; 2^24 outlast what lies between the products of a step.
            string number = threads.ToString(CultureInfo.InvariantCulture);
            List<(string, string)> environment = 
            [
                ("OMP_NUM_THREADS", number), ("OPENBLAS_NUM_THREADS", number), ("OPENBLAS_THREAD_TIMEOUT", "24"),
            ];
            if (library is not null)
            {
                environment.Add(("LD_LIBRARY_PATH", library));
            }

            if (waiting is not null)
            {
                environment.Add((WaitPolicy, waiting));
            }

            string script = Path.Combine(AppContext.BaseDirectory, "Peers", "pytorch.py");
            string name = string.Join(", ", new[] { Path.GetFileName(library), waiting?.ToLowerInvariant() }.OfType<string>());
            return new(name, new(python, [script, number, _directory.FullName], [.. environment]));
        }
    }

    /// <summary>Path of the Python that has it.</summary>
    public string Python { get; }

    /// <summary>Name, version and BLAS of each.</summary>
    public IEnumerable<string> Versions => _oneThread.Select(place => place.Process.Greeting["ready ".Length..]);

    /// <summary>A work in one process under several settings, eager and as TorchScript, and then in all others.</summary>
    /// <param name="work">Its name.</param>
    /// <param name="threads">One or two.</param>
    /// <param name="settings">Settings to try: <c>+nhwc+foreach</c>. Those with <c>+script</c> are the peer TorchScript.</param>
    public IEnumerable<PeerChoice> Choices(string work, int threads, string[] settings)
    {
        List<Place> places = threads == 1 ? _oneThread : _twoThreads;
        return from kind in settings.GroupBy(setting => setting.Contains("script", StringComparison.Ordinal))
               select new PeerChoice(
                   kind.Key ? "TorchScript" : "PyTorch",
                   [.. kind.Select(setting => Work(places[0], work, setting))],
                   first => [.. places.Skip(1).Select(place => Work(place, work, first.Request[work.Length..]))]);
    }

    /// <summary>Writes what the processes must know of a network.</summary>
    public void Describe(BenchmarkNetwork network)
    {
        if (_described.Add(network.Name))
        {
            PeerModel model = network.Describe();
            File.WriteAllText(PathOf($"{network.Name}.model"), model.Text);
            Write($"{network.Name}.f32", MemoryMarshal.AsBytes(model.Parameters.AsSpan()));
        }
    }

    /// <summary>Some numbers of a work's result.</summary>
    public double[] Check(string work) =>
        [.. _oneThread[0].Process.Ask($"check {work}").Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];

    public void Dispose()
    {
        _oneThread.ForEach(place => place.Process.Dispose());
        _twoThreads.ForEach(place => place.Process.Dispose());
        _directory.Delete(recursive: true);
    }

    private static PeerWork Work(Place place, string work, string setting)
    {
        string request = work + setting;
        string name = string.Join(", ", new[] { place.Name, setting.Replace("+script", "", StringComparison.Ordinal).Trim('+') }.Where(part => part.Length > 0));
        return new(name, request, duration => place.Process.Time(request, duration));
    }

    private string PathOf(string name) => Path.Combine(_directory.FullName, name);

    private void Write(string name, ReadOnlySpan<byte> bytes)
    {
        using FileStream file = File.Create(PathOf(name));
        file.Write(bytes);
    }

    private sealed record Place(string Name, TimingProcess Process);
}
