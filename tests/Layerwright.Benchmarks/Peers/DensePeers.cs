namespace Layerwright.Benchmarks.Peers;

/// <summary>Products, training steps and predictions of dense networks.</summary>
internal sealed class DensePeers(PeerFigures figures)
{
    public void Measure()
    {
        Dense("dense-128x784x512", 128, 784, 512, 0.98);
        Dense("dense-256x1024x1024", 256, 1024, 1024, 0.955);
        double sgd = Step("sgd", "SGD + momentum", SpeedWorks.Momentum, 1, 1.25, 0.92), adam = Step("adam", "Adam", SpeedWorks.Adam, 1, null, null);
        figures.Table.Add("step, SGD + momentum: 2 threads against 1", Step("sgd", "SGD + momentum", SpeedWorks.Momentum, 2, 1.4, null), new("ours", sgd), 1.85);
        figures.Table.Add("step, Adam: 2 threads against 1", Step("adam", "Adam", SpeedWorks.Adam, 2, 1.4, null), new("ours", adam), 1.85);
        TinyNet tiny = new(SpeedWorks.Seed);
        ClassifierNet classifier = new(SpeedWorks.Seed);
        Predict(tiny, "8-32-32-2 tanh", 25, Layers(tiny.State, "Tanh"));
        Predict(classifier, "784-128-10", 1.5, Layers(classifier.State, "Relu").Activation("Softmax"));
    }

    private void Dense(string work, int rows, int inputs, int outputs, double reach)
    {
        PeerWork[] theirs = [];
        OnnxSession? session = null;
        if (figures.HasOnnxRuntime)
        {
            float[] weights = SpeedWorks.Random(inputs * outputs), input = SpeedWorks.Random(rows * inputs);
            OnnxModel model = new OnnxModel(inputs).Dense("weight", weights, "bias", new float[outputs]).Activation("Relu");
            session = new(model, rows, input);
            theirs = [new("ONNX Runtime", new TimedWork(session.Run).Quickest)];
        }

        (double ours, PeerTime? peer) = figures.Measure(work, theirs);
        session?.Dispose();
        figures.Table.Add($"dense {rows}×{inputs}×{outputs}, 1 thread", ours, peer, null, 2.0 * rows * inputs * outputs, 1, reach);
    }

    private double Step(string work, string name, Optimizer optimizer, int threads, double? reach, double? reachedShare) =>
        figures.Step<DigitNet>(work, $"784-512-256-10, {name}", optimizer, threads, SpeedWorks.StepOperations, reach, reachedShare);

    private void Predict<TNetwork>(TNetwork network, string name, double reach, OnnxModel model)
        where TNetwork : class, INetwork<TNetwork>
    {
        string work = typeof(TNetwork).Name;
        figures.PredictBesideOnnx(network, work, name, 1, reach, model);
        if (figures.PyTorch is { } pytorch)
        {
            Predictor<TNetwork> predictor = new(network);
            float[] outputs = new float[predictor.OutputLength];
            predictor.Predict(SpeedWorks.Inputs[..predictor.InputLength], outputs);
            PeerFigures.Compare($"output 0 of {name}", outputs[0], pytorch.Check(work));
            (double ours, PeerTime? theirs) = figures.Measure(work, pytorch.Settings(work, 1));
            figures.Table.Add($"predict {name}, batch 1", ours, theirs, null);
        }
    }

    private static OnnxModel Layers(StateDictionary state, string activation)
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
}
