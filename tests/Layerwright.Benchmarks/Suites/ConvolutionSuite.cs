using Layerwright.Benchmarks.Peers;

namespace Layerwright.Benchmarks;

/// <summary>Convolutions over sizes, one thread: forward with bias and ReLU, and the two gradients.</summary>
internal sealed class ConvolutionSuite(PeerFigures figures) : ISuite
{
    /// <summary>Images, channels, size, filters, kernel, stride, padding; w where the plan filters.</summary>
    private static readonly string[] Shapes =
    [
        "32x64x14x64x3x1x1w", "32x16x28x16x3x1x1w", "32x64x7x64x3x1x1w", "1x64x28x64x3x1x1w", "32x16x28x32x3x2x1", "32x64x14x128x1x1x0",
        "32x64x14x128x1x2x0", "32x1x28x16x3x1x1", "32x3x32x32x3x1x1", "32x1x28x6x5x1x2", "32x6x14x16x5x1x0",
    ];

    public string Name => "convolutions";

    public void Measure(SpeedTable table)
    {
        foreach (ConvolutionWork work in Shapes.Select(ConvolutionWork.Parse))
        {
            Add(table, work, "forward", "bias and ReLU");
            if (work.Channels > 3)
            {
                Add(table, work, "input", "input gradient");
            }

            Add(table, work, "weight", "weight gradient and update");
        }
    }

    private void Add(SpeedTable table, ConvolutionWork work, string pass, string what)
    {
        string stride = work.Stride > 1 ? $"/{work.Stride}" : "";
        string title = $"{work.Kernel}×{work.Kernel}{stride}, {work.Images}×{work.Channels}×{work.Size}²→{work.Filters}, {what}";
        if (!table.Wants(title))
        {
            return;
        }

        SpeedWork ours = WorkNames.Create(WorkNames.Convolution(work, pass));
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
            string name = WorkNames.PeersConvolution(work, pass);
            peers.AddRange(pytorch.Choices(name, 1, ["", "+nhwc"]));
            PeerFigures.Compare($"{title} of PyTorch", sample, pytorch.Check(name));
        }

        table.Add(figures.Measure(title, ours, peers) with { LeastRatio = Ratio(work, pass), LeastShare = Share(work) });
    }

    /// <summary>What was promised of 64 channels to 64 on images of 14 × 14.</summary>
    private static double? Ratio(ConvolutionWork work, string pass) => (work.Images, work.Channels, work.Size, work.Kernel, pass) switch
    {
        (32, 64, 14, 3, "forward") => 1.85,
        (32, 64, 14, 3, "input") => 1.7,
        (32, 64, 14, 3, "weight") => 1,
        _ => null,
    };

    private static double? Share(ConvolutionWork work) => work is { Images: 32, Channels: 64 } ? 0.9 : null;

    private static OnnxSession Session(ConvolutionWork work)
    {
        int taps = work.Kernel * work.Kernel, length = work.Channels * work.Size * work.Size;
        OnnxModel model = new OnnxModel(work.Channels, work.Size, work.Size)
            .Convolution(
                "weight", BenchmarkData.Random.AsSpan(BenchmarkData.FirstWeight, work.Filters * work.Channels * taps).ToArray(), work.Filters,
                "bias", BenchmarkData.Random[..work.Filters], work.Kernel, work.Stride, work.Pad)
            .Activation("Relu");
        return new(model, work.Images, OnnxSession.ChannelsFirst(BenchmarkData.Random.AsSpan(0, work.Images * length), work.Images, work.Channels, work.Size, work.Size));
    }
}
