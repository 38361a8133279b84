using Layerwright.Benchmarks.Peers;

namespace Layerwright.Benchmarks;

/// <summary>Training steps: every network, batches from 1 to 512, gradient descent with momentum and Adam, one thread and two.</summary>
internal sealed class StepSuite(PeerFigures figures) : ISuite
{
    private const int CheckedRows = 32;
    private const string OneThread = "one thread";
    private static readonly int[] Batches = [1, 8, 32, 128, 512];

    public string Name => "steps";

    public void Measure(SpeedTable table)
    {
        foreach (BenchmarkNetwork network in BenchmarkNetworks.Trained)
        {
            foreach (string optimizer in WorkNames.Optimizers)
            {
                foreach (int rows in Batches)
                {
                    Add(table, network, rows, optimizer, 1);
                }

                foreach (int rows in Batches)
                {
                    Add(table, network, rows, optimizer, 2);
                }
            }
        }
    }

    private void Add(SpeedTable table, BenchmarkNetwork network, int rows, string optimizer, int threads)
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

        if (threads > 1)
        {
            SpeedWork alone = WorkNames.Create(WorkNames.Step(network, rows, optimizer, 1));
            peers.Add(PeerChoice.Only(OneThread, new TimedWork(alone.Run).Quickest));
        }

        SpeedRow row = figures.Measure(title, ours, peers, threads, $"{network.Name} {optimizer} {threads}");
        (double? ratio, double? share) = Promises.OfStep(network.Name, rows, optimizer, threads);
        table.Add(row with { Peers = [.. row.Peers.Where(peer => peer.Name != OneThread)], LeastRatio = ratio, LeastShare = share });
        if (row.Peers.FirstOrDefault(peer => peer.Name == OneThread) is { } one)
        {
            bool isShared = one.Value > Promises.SharedFrom && table.Limit.IsComputeBound(ours.Cost);
            table.Add(new($"{title}: part of one thread's time", row.Ours / one.Value)
            {
                Quantity = Quantity.Ratio,
                Most = isShared ? Promises.MostOfShared : Promises.MostOfAny,
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
