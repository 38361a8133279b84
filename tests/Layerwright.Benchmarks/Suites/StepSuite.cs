using Layerwright.Benchmarks.Peers;

namespace Layerwright.Benchmarks;

/// <summary>Training steps: every network, batches from 1 to 512, gradient descent with momentum and Adam, one thread and two.</summary>
internal sealed class StepSuite(PeerFigures figures) : ISuite
{
    private const double CheckedRows = 32;
    private static readonly int[] Batches = [1, 8, 32, 128, 512];

    public string Name => "steps";

    public void Measure(SpeedTable table)
    {
        foreach (BenchmarkNetwork network in BenchmarkNetworks.Trained)
        {
            foreach (string optimizer in WorkNames.Optimizers)
            {
                Dictionary<int, double> oneThread = [];
                foreach (int rows in Batches)
                {
                    Add(table, network, rows, optimizer, 1, oneThread);
                }

                foreach (int rows in Batches)
                {
                    Add(table, network, rows, optimizer, 2, oneThread);
                }
            }
        }
    }

    private void Add(SpeedTable table, BenchmarkNetwork network, int rows, string optimizer, int threads, Dictionary<int, double> oneThread)
    {
        string title = $"{network.Title}, batch {rows}, {WorkNames.Title(optimizer)}, {threads} thread{(threads > 1 ? "s" : "")}";

        // One row through batch statistics is no batch: neither side trains on it.
        if (!table.Wants(title) || (rows == 1 && network.NeedsBatch))
        {
            return;
        }

        SpeedWork ours = WorkNames.Create(WorkNames.Step(network, rows, optimizer, threads));
        string name = WorkNames.PeersStep(network, rows, optimizer);
        List<PeerChoice> peers = [];
        PeerModel model = network.Describe();
        if (figures.PyTorch is { } pytorch)
        {
            pytorch.Describe(network);
            string[] settings = model.DenseLayers is null
                ? ["", "+foreach", "+nhwc", "+nhwc+foreach", "+script", "+foreach+script", "+nhwc+script", "+nhwc+foreach+script"]
                : ["", "+foreach", "+script", "+foreach+script"];
            peers.AddRange(pytorch.Choices(name, threads, settings));
            if (rows == CheckedRows && threads == 1)
            {
                PeerFigures.Compare($"the loss after {BenchmarkNetwork.CheckedSteps} steps of {title}", ours.Sample(), pytorch.Check(name));
            }
        }

        if (optimizer == "sgd" && threads == 1 && model.DenseLayers is { } layers)
        {
            peers.Add(ByHand(network, model, layers, rows, title, ours));
        }

        SpeedRow row = figures.Measure(title, ours, peers, $"{network.Name} {optimizer} {threads}") with { Threads = threads };
        (double? ratio, double? share) = Promises.OfStep(network.Name, rows, optimizer, threads);
        table.Add(row with { LeastRatio = ratio, LeastShare = share });
        AddSharing(table, title, row, rows, oneThread);
    }

    /// <summary>What two threads gain over one, as a row of its own where one thread was measured too.</summary>
    private static void AddSharing(SpeedTable table, string title, SpeedRow row, int rows, Dictionary<int, double> oneThread)
    {
        if (row.Threads == 1)
        {
            oneThread[rows] = row.Ours;
        }
        else if (oneThread.TryGetValue(rows, out double one))
        {
            table.Add(new($"{title}: part of one thread's time", row.Ours / one)
            {
                Quantity = Quantity.Ratio,
                Most = one > Promises.SharedFrom ? Promises.MostOfShared : Promises.MostOfAny,
            });
        }
    }

    private static PeerChoice ByHand(
        BenchmarkNetwork network, PeerModel model, IReadOnlyList<DenseLayer> layers, int rows, string title, SpeedWork ours)
    {
        const float Rate = 1e-4f;
        float[] inputs = network.Inputs(rows), targets = BenchmarkData.Inputs[..(rows * layers[^1].Bias.Length)];
        int[] labels = BenchmarkData.Labels[..rows];
        HandwrittenNetwork byHand = new(layers, rows, model.IsClassifier);
        void Run() => byHand.Step(inputs, labels, targets, Rate);
        if (rows == CheckedRows)
        {
            float loss = 0;
            for (int i = 0; i < BenchmarkNetwork.CheckedSteps; i++)
            {
                loss = byHand.Step(inputs, labels, targets, Rate);
            }

            PeerFigures.Compare($"the loss after {BenchmarkNetwork.CheckedSteps} steps of {title} by hand", ours.Sample(), [loss]);
        }

        return PeerChoice.Only("TensorPrimitives", new TimedWork(Run).Quickest);
    }
}
