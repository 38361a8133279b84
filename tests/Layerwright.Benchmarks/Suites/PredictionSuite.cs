using Layerwright.Benchmarks.Peers;

namespace Layerwright.Benchmarks;

/// <summary>Predictions of 1, 8 and 64 rows: latency, and throughput beside it; one thread.</summary>
internal sealed class PredictionSuite(PeerFigures figures) : ISuite
{
    private static readonly int[] Batches = [1, 8, 64];

    public string Name => "predictions";

    public void Measure(SpeedTable table)
    {
        foreach (BenchmarkNetwork network in BenchmarkNetworks.Predicting)
        {
            foreach (int rows in Batches)
            {
                string title = $"predict {network.Title}, batch {rows}";
                if (table.Wants(title))
                {
                    Add(table, network, rows, title);
                }
            }
        }
    }

    private void Add(SpeedTable table, BenchmarkNetwork network, int rows, string title)
    {
        string name = WorkNames.Predict(network, rows);
        SpeedWork ours = WorkNames.Create(name);
        float[] sample = ours.Sample(), inputs = network.Inputs(rows);
        PeerModel model = network.Describe();
        List<PeerChoice> peers = [];
        using OnnxSession? session = figures.OnnxRuntimePath is null ? null : Session(model, rows, inputs);
        if (session is not null)
        {
            peers.Add(PeerChoice.Only("ONNX Runtime", new TimedWork(session.Run).Quickest));
            PeerFigures.Compare($"{title} of ONNX Runtime", sample, session.Sample());
        }

        if (figures.PyTorch is { } pytorch)
        {
            pytorch.Describe(network);
            string[] settings = model.DenseLayers is null ? ["", "+nhwc", "+script", "+nhwc+script"] : ["", "+script"];
            peers.AddRange(pytorch.Choices(name, 1, settings));
            PeerFigures.Compare($"{title} of PyTorch", sample, pytorch.Check(name));
        }

        if (model.DenseLayers is { } layers)
        {
            HandwrittenNetwork byHand = new(layers, rows, model.IsClassifier);
            byHand.Predict(inputs);
            PeerFigures.Compare($"{title} by hand", sample, [.. BenchmarkData.Pick(byHand.Outputs)]);
            peers.Add(PeerChoice.Only("TensorPrimitives", new TimedWork(() => byHand.Predict(inputs)).Quickest));
        }

        (double ratio, string? to) = Promises.OfPrediction(network.Name, rows);
        table.Add(figures.Measure(title, ours, peers) with
        {
            Rows = rows,
            LeastRatio = ratio,
            RatioTo = to,
            Most = Promises.MostOfPrediction(network.Name, rows),
        });
    }

    private static OnnxSession Session(PeerModel model, int rows, float[] inputs)
    {
        if (model.IsClassifier)
        {
            model.Onnx.Activation("Softmax");
        }

        return new(model.Onnx, rows, OnnxSession.ChannelsFirst(inputs, rows, model.Onnx.InputShape(rows).AsSpan(1)));
    }
}
