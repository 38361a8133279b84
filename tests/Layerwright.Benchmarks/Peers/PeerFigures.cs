using System.Globalization;

namespace Layerwright.Benchmarks.Peers;

/// <summary>Our works and the peers' in turns, in one run, with the same weights and inputs; one table.</summary>
internal sealed class PeerFigures : IDisposable
{
    private const int Rounds = 20;

    /// <summary>Sums are taken in another order, and there are several steps of them.</summary>
    private const double Tolerance = 1e-5;

    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(100);

    private readonly SpeedWorks _ours = new();

    /// <param name="onnxRuntime">Path of ONNX Runtime's library, or null.</param>
    /// <param name="python">Path of a Python that has PyTorch, or null.</param>
    /// <param name="blas">Directories, each with a BLAS for PyTorch to try; none for the system's.</param>
    public PeerFigures(string? onnxRuntime, string? python, IEnumerable<string> blas)
    {
        if (onnxRuntime is not null)
        {
            Console.WriteLine($"ONNX Runtime {OnnxRuntime.Load(onnxRuntime)}, one thread");
            HasOnnxRuntime = true;
        }

        if (python is not null)
        {
            PyTorch = new(python, blas);
            Console.WriteLine($"The quickest for each row of: {string.Join("; ", PyTorch.Versions)}");
        }
    }

    public SpeedTable Table { get; } = new();

    public bool HasOnnxRuntime { get; }

    public PyTorch? PyTorch { get; }

    /// <summary>Measures all works, or those of one kind, and prints them.</summary>
    public void Print(string? only)
    {
        if (only is null or "dense")
        {
            new DensePeers(this).Measure();
        }

        if (only is null or "images")
        {
            new ImagePeers(this).Measure();
        }

        Table.Print();
    }

    public void Dispose() => PyTorch?.Dispose();

    /// <summary>Ours, and the quickest of a peer's settings.</summary>
    public (double Ours, PeerTime? Theirs) Measure(string work, PeerWork[] theirs)
    {
        double[] seconds = Timing.Minima(Rounds, Turn, [_ours[work].Quickest, .. theirs.Select(peer => peer.Quickest)]);
        return (seconds[0], theirs.Zip(seconds.Skip(1), (peer, time) => new PeerTime(peer.Name, time)).MinBy(peer => peer.Seconds));
    }

    /// <summary>Training steps of one network on so many threads: ours, and PyTorch's best.</summary>
    /// <returns>Our seconds.</returns>
    public double Step<TNetwork>(string work, string name, Optimizer optimizer, int threads, double operations, double? reach, double? reachedShare)
        where TNetwork : class, INetwork<TNetwork>
    {
        if (PyTorch is not null && threads == 1)
        {
            TrainingStep<TNetwork> step = new(TNetwork.Create(SpeedWorks.Seed), SpeedWorks.BatchSize, threads);
            double loss = 0;
            for (int i = 0; i < PyTorch.CheckedSteps; i++)
            {
                loss = step.Step(SpeedWorks.Inputs, SpeedWorks.Labels, optimizer);
            }

            Compare($"loss after {PyTorch.CheckedSteps} steps of {name}", loss, PyTorch.Check(work));
        }

        (double ours, PeerTime? peer) = Measure($"{work}-{threads}", PyTorch?.Settings(work, threads) ?? []);
        Table.Add($"step, {name}, {threads} thread(s)", ours, peer, reach, operations, threads, reachedShare);
        return ours;
    }

    /// <summary>Predictions beside ONNX Runtime's.</summary>
    public void PredictBesideOnnx<TNetwork>(TNetwork network, string work, string name, int rows, double reach, OnnxModel model)
        where TNetwork : class, INetwork<TNetwork>
    {
        if (!HasOnnxRuntime)
        {
            return;
        }

        Predictor<TNetwork> predictor = new(network, rows);
        float[] inputs = SpeedWorks.Inputs[..(rows * predictor.InputLength)], outputs = new float[rows * predictor.OutputLength];
        predictor.Predict(inputs, outputs);
        using OnnxSession session = new(model, rows, inputs);
        (double ours, PeerTime? theirs) = Measure(work, [new("ONNX Runtime", new TimedWork(session.Run).Quickest)]);
        for (int i = 0; i < outputs.Length; i++)
        {
            Compare($"output {i} of {name}", outputs[i], session.Outputs[i]);
        }

        Table.Add($"predict {name}, batch {rows}", ours, theirs, reach);
    }

    /// <exception cref="InvalidOperationException">The two sides have not computed the same.</exception>
    public static void Compare(string what, double ours, double theirs)
    {
        if (!(Math.Abs(ours - theirs) <= Tolerance * Math.Max(1, Math.Abs(theirs))))
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The {what} is {ours} here, {theirs} there."));
        }
    }
}
