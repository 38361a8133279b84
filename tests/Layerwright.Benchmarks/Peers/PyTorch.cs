using System.Globalization;
using System.Runtime.InteropServices;

namespace Layerwright.Benchmarks.Peers;

/// <summary>
/// PyTorch in processes of its own, over each BLAS to try: one on one thread; on two threads one with its defaults and one that
/// never spins.
/// </summary>
internal sealed class PyTorch : IDisposable
{
    /// <summary>Steps after which losses are compared, as the script has it.</summary>
    public const int CheckedSteps = 5;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("layerwright-peers-");
    private const string WaitPolicy = "OMP_WAIT_POLICY";

    private readonly List<Setting> _oneThread = [];
    private readonly List<Setting> _twoThreads = [];

    /// <param name="python">Path of a Python that has PyTorch.</param>
    /// <param name="blas">Directories, each with a libblas.so.3 to try; none for the system's.</param>
    public PyTorch(string python, IEnumerable<string> blas)
    {
        Write("inputs.f32", MemoryMarshal.AsBytes(SpeedWorks.Inputs.AsSpan()));
        Write("labels.i64", MemoryMarshal.AsBytes<long>(SpeedWorks.Labels.Select(label => (long)label).ToArray()));
        new DigitNet(SpeedWorks.Seed).Save(PathOf("DigitNet.safetensors"));
        new TinyNet(SpeedWorks.Seed).Save(PathOf("TinyNet.safetensors"));
        new ClassifierNet(SpeedWorks.Seed).Save(PathOf("ClassifierNet.safetensors"));
        new LeNet(SpeedWorks.Seed).Save(PathOf("LeNet.safetensors"));
        new SmallResNet(SpeedWorks.Seed).Save(PathOf("SmallResNet.safetensors"));

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

        Setting Start(int threads, string? library, string? waiting = null)
        {
            // OpenBLAS of the pthread kind has threads of its own, which torch.set_num_threads does not limit.
            string number = threads.ToString(CultureInfo.InvariantCulture);
            List<(string, string)> environment = [("OMP_NUM_THREADS", number), ("OPENBLAS_NUM_THREADS", number)];
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

    /// <summary>Name, version and BLAS of each.</summary>
    public IEnumerable<string> Versions => _oneThread.Select(setting => setting.Process.Greeting["ready ".Length..]);

    /// <summary>A work under every setting worth trying.</summary>
    public PeerWork[] Settings(string work, int threads)
    {
        string[] variants = work switch
        {
            "sgd" or "adam" => ["", "-foreach"],
            "lenet" or "resnet" => ["", "-foreach", "-nhwc", "-nhwc-foreach"],
            _ when work.StartsWith("convolution", StringComparison.Ordinal) => ["", "-nhwc"],
            _ => [""],
        };
        return
        [
            .. from setting in threads == 1 ? _oneThread : _twoThreads
               from variant in variants
               select new PeerWork(
                   $"PyTorch {setting.Name}{variant}", duration => setting.Process.Time(work + variant, duration)),
        ];
    }

    /// <summary>A loss after <see cref="CheckedSteps"/> steps, or an output.</summary>
    public double Check(string work) => double.Parse(_oneThread[0].Process.Ask($"check {work}"), CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _oneThread.ForEach(setting => setting.Process.Dispose());
        _twoThreads.ForEach(setting => setting.Process.Dispose());
        _directory.Delete(recursive: true);
    }

    private string PathOf(string name) => Path.Combine(_directory.FullName, name);

    private void Write(string name, ReadOnlySpan<byte> bytes)
    {
        using FileStream file = File.Create(PathOf(name));
        file.Write(bytes);
    }

    private sealed record Setting(string Name, TimingProcess Process);
}
