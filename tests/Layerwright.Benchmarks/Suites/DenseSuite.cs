using Layerwright.Benchmarks.Peers;

namespace Layerwright.Benchmarks;

/// <summary>Dense layers over sizes, one thread: forward with bias and ReLU, and the two gradients.</summary>
internal sealed class DenseSuite(PeerFigures figures) : ISuite
{
    private static readonly DenseWork[] Forward =
    [
        new(1, 64, 64), new(1, 512, 512), new(1, 784, 128), new(1, 1024, 1024), new(8, 64, 64), new(8, 512, 512), new(32, 32, 32),
        new(32, 784, 256), new(97, 101, 112), new(128, 128, 128), new(128, 784, 512), new(256, 1024, 1024),
    ];

    private static readonly DenseWork[] Backward = [new(8, 512, 512), new(32, 784, 256), new(128, 784, 512), new(256, 1024, 1024)];

    public string Name => "dense";

    public void Measure(SpeedTable table)
    {
        foreach (DenseWork work in Forward)
        {
            Add(table, work, "forward", "bias and ReLU");
        }

        foreach (DenseWork work in Backward)
        {
            Add(table, work, "input", "input gradient");
            Add(table, work, "weight", "weight gradient and update");
        }
    }

    private void Add(SpeedTable table, DenseWork work, string pass, string what)
    {
        string title = $"dense {work.Rows}×{work.Inputs}×{work.Outputs}, {what}";
        if (!table.Wants(title))
        {
            return;
        }

        string name = WorkNames.Dense(work, pass);
        SpeedWork ours = WorkNames.Create(name);
        float[] sample = ours.Sample();
        List<PeerChoice> peers = [];
        using OnnxSession? session = pass == "forward" && figures.OnnxRuntimePath is not null ? Session(work) : null;
        if (session is not null)
        {
            peers.Add(PeerChoice.Only("ONNX Runtime", new TimedWork(session.Run).Quickest));
            PeerFigures.Compare($"{title} of ONNX Runtime", sample, session.Sample());
        }

        if (figures.PyTorch is { } pytorch)
        {
            peers.AddRange(pytorch.Choices(name, 1, [""]));
            PeerFigures.Compare($"{title} of PyTorch", sample, pytorch.Check(name));
        }

        if (pass == "forward")
        {
            float[] input = BenchmarkData.Random[..(work.Rows * work.Inputs)];
            HandwrittenNetwork byHand = new([Layer(work)], work.Rows, isClassifier: false);
            byHand.Predict(input);
            PeerFigures.Compare($"{title} by hand", sample, [.. BenchmarkData.Pick(byHand.Outputs)]);
            peers.Add(PeerChoice.Only("TensorPrimitives", new TimedWork(() => byHand.Predict(input)).Quickest));
        }

        table.Add(figures.Measure(title, ours, peers) with { LeastShare = Share(work, pass) });
    }

    private static double? Share(DenseWork work, string pass) => (work.Rows, work.Inputs, pass) switch
    {
        (128, 784, "forward") => 0.98,
        (256, 1024, "forward") => 0.955,
        ( >= 128, >= 784, _) => 0.9,
        _ => null,
    };

    private static OnnxSession Session(DenseWork work)
    {
        DenseLayer layer = Layer(work);
        OnnxModel model = new OnnxModel(work.Inputs).Dense("weight", layer.Weight, "bias", layer.Bias).Activation("Relu");
        return new(model, work.Rows, BenchmarkData.Random.AsSpan(0, work.Rows * work.Inputs));
    }

    private static DenseLayer Layer(DenseWork work) => new(
        BenchmarkData.Random.AsSpan(BenchmarkData.FirstWeight, work.Inputs * work.Outputs).ToArray(),
        BenchmarkData.Random[..work.Outputs],
        "relu");
}
