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
    private readonly SpeedTable _table = new();
    private readonly bool _hasOnnxRuntime;
    private readonly PyTorch? _pytorch;

    /// <param name="onnxRuntime">Path of ONNX Runtime's library, or null.</param>
    /// <param name="python">Path of a Python that has PyTorch, or null.</param>
    /// <param name="blas">Directories, each with a BLAS for PyTorch to try; none for the system's.</param>
    public PeerFigures(string? onnxRuntime, string? python, IEnumerable<string> blas)
    {
        if (onnxRuntime is not null)
        {
            Console.WriteLine($"ONNX Runtime {OnnxRuntime.Load(onnxRuntime)}, one thread");
            _hasOnnxRuntime = true;
        }

        if (python is not null)
        {
            _pytorch = new(python, blas);
            Console.WriteLine($"The quickest for each row of: {string.Join("; ", _pytorch.Versions)}");
        }
    }

    public void Print()
    {
        Dense("dense-128x784x512", 128, 784, 512, 0.98);
        Dense("dense-256x1024x1024", 256, 1024, 1024, 0.955);
        double sgd = Step("sgd", "SGD + momentum", 1, 1.25, 0.92), adam = Step("adam", "Adam", 1, null, null);
        _table.Add("step, SGD + momentum: 2 threads against 1", Step("sgd", "SGD + momentum", 2, 1.4, null), new("ours", sgd), 1.85);
        _table.Add("step, Adam: 2 threads against 1", Step("adam", "Adam", 2, 1.4, null), new("ours", adam), 1.85);
        Predict(new TinyNet(SpeedWorks.Seed), "8-32-32-2 tanh", 25, DenseLayers(new TinyNet(SpeedWorks.Seed).State, "Tanh"));
        OnnxModel classifier = DenseLayers(new ClassifierNet(SpeedWorks.Seed).State, "Relu").Activation("Softmax");
        Predict(new ClassifierNet(SpeedWorks.Seed), "784-128-10", 1.5, classifier);
        _table.Print();
    }

    public void Dispose() => _pytorch?.Dispose();

    private void Dense(string work, int rows, int inputs, int outputs, double reach)
    {
        PeerWork[] theirs = [];
        OnnxSession? session = null;
        if (_hasOnnxRuntime)
        {
            float[] weights = Random(inputs * outputs), input = Random(rows * inputs);
            OnnxModel model = new OnnxModel(inputs).Dense("weight", weights, "bias", new float[outputs]).Activation("Relu");
            session = new(model, rows, input);
            theirs = [new("ONNX Runtime", new TimedWork(session.Run).Quickest)];
        }

        (double ours, PeerTime? peer) = Measure(work, theirs);
        session?.Dispose();
        _table.Add($"dense {rows}×{inputs}×{outputs}, 1 thread", ours, peer, null, 2.0 * rows * inputs * outputs, 1, reach);
    }

    private double Step(string work, string name, int threads, double? reach, double? reachedShare)
    {
        if (_pytorch is not null && threads == 1)
        {
            Optimizer optimizer = work == "sgd" ? SpeedWorks.Momentum : SpeedWorks.Adam;
            TrainingStep<DigitNet> step = new(new DigitNet(SpeedWorks.Seed), SpeedWorks.BatchSize, threads);
            double loss = 0;
            for (int i = 0; i < PyTorch.CheckedSteps; i++)
            {
                loss = step.Step(SpeedWorks.Inputs, SpeedWorks.Labels, optimizer);
            }

            Compare($"loss after {PyTorch.CheckedSteps} steps of {name}", loss, _pytorch.Check(work));
        }

        (double ours, PeerTime? peer) = Measure($"{work}-{threads}", _pytorch?.Settings(work, threads) ?? []);
        _table.Add($"step, {name}, {threads} thread(s)", ours, peer, reach, SpeedWorks.StepOperations, threads, reachedShare);
        return ours;
    }

    private void Predict<TNetwork>(TNetwork network, string name, double reach, OnnxModel model)
        where TNetwork : class, INetwork<TNetwork>
    {
        string work = typeof(TNetwork).Name;
        Predictor<TNetwork> predictor = new(network);
        float[] row = SpeedWorks.Inputs[..predictor.InputLength], outputs = new float[predictor.OutputLength];
        predictor.Predict(row, outputs);
        if (_hasOnnxRuntime)
        {
            using OnnxSession session = new(model, 1, row);
            (double ours, PeerTime? theirs) = Measure(work, [new("ONNX Runtime", new TimedWork(session.Run).Quickest)]);
            for (int i = 0; i < outputs.Length; i++)
            {
                Compare($"output {i} of {name}", outputs[i], session.Outputs[i]);
            }

            _table.Add($"predict {name}, batch 1", ours, theirs, reach);
        }

        if (_pytorch is not null)
        {
            Compare($"output 0 of {name}", outputs[0], _pytorch.Check(work));
            (double ours, PeerTime? theirs) = Measure(work, _pytorch.Settings(work, 1));
            _table.Add($"predict {name}, batch 1", ours, theirs, null);
        }
    }

    /// <summary>Ours, and the quickest of a peer's settings.</summary>
    private (double Ours, PeerTime? Theirs) Measure(string work, PeerWork[] theirs)
    {
        double[] seconds = Timing.Minima(Rounds, Turn, [_ours[work].Quickest, .. theirs.Select(peer => peer.Quickest)]);
        return (seconds[0], theirs.Zip(seconds.Skip(1), (peer, time) => new PeerTime(peer.Name, time)).MinBy(peer => peer.Seconds));
    }

    private static OnnxModel DenseLayers(StateDictionary state, string activation)
    {
        StateEntry[] entries = [.. state.Values];
        OnnxModel model = new(entries[0].Shape[1]);
        for (int i = 0; i < entries.Length; i += 2)
        {
            model = model.Dense(entries[i].Name, entries[i].ToArray(), entries[i + 1].Name, entries[i + 1].ToArray());
            model = i + 2 < entries.Length ? model.Activation(activation) : model;
        }

        return model;
    }

    private static float[] Random(int length)
    {
        Random random = new(1);
        return [.. Enumerable.Range(0, length).Select(_ => random.NextSingle() - 0.5f)];
    }

    private static void Compare(string what, double ours, double theirs)
    {
        if (!(Math.Abs(ours - theirs) <= Tolerance * Math.Max(1, Math.Abs(theirs))))
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The {what} is {ours} here, {theirs} there."));
        }
    }
}
