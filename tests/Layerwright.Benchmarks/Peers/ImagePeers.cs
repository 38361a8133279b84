namespace Layerwright.Benchmarks.Peers;

/// <summary>A convolution with its gradients, training steps and predictions of convolutional networks.</summary>
internal sealed class ImagePeers(PeerFigures figures)
{
    public void Measure()
    {
        Convolution();
        double lenet = Step<LeNet>("lenet", "LeNet-5", 1), resnet = Step<SmallResNet>("resnet", "small ResNet", 1);
        figures.Table.Add("step, LeNet-5: 2 threads against 1", Step<LeNet>("lenet", "LeNet-5", 2), new("ours", lenet), null);
        figures.Table.Add("step, small ResNet: 2 threads against 1", Step<SmallResNet>("resnet", "small ResNet", 2), new("ours", resnet), null);
        foreach (int rows in new[] { 1, 64 })
        {
            LeNet network = new(SpeedWorks.Seed);
            figures.PredictBesideOnnx(network, $"LeNet-{rows}", "LeNet-5", rows, 1.5, Model(network.State));
        }
    }

    private void Convolution()
    {
        const int rows = ConvolutionWork.Rows, size = ConvolutionWork.Size, channels = ConvolutionWork.Channels;
        const string name = "3×3, 32×14×14×64→64";
        PeerWork[] Theirs(string work) => figures.PyTorch?.Settings($"convolution-{work}", 1) ?? [];

        if (figures.HasOnnxRuntime)
        {
            OnnxModel model = new OnnxModel(channels, size, size)
                .Convolution("weight", SpeedWorks.Random(9 * channels * channels), "bias", new float[channels], 3, 1)
                .Activation("Relu");
            using OnnxSession session = new(model, rows, SpeedWorks.Random(rows * size * size * channels));
            (double ours, PeerTime? theirs) = figures.Measure("convolution-forward", [new("ONNX Runtime", new TimedWork(session.Run).Quickest)]);
            figures.Table.Add($"{name}, bias and ReLU", ours, theirs, 1.85, ConvolutionWork.Operations);
        }

        Add("forward", "bias and ReLU", 1.85);
        Add("input", "input gradient", 1.7);
        Add("weight", "weight gradient", 1);

        void Add(string work, string what, double reach)
        {
            (double ours, PeerTime? theirs) = figures.Measure($"convolution-{work}", Theirs(work));
            figures.Table.Add($"{name}, {what}", ours, theirs, reach, ConvolutionWork.Operations);
        }
    }

    private double Step<TNetwork>(string work, string name, int threads)
        where TNetwork : class, INetwork<TNetwork> =>
        figures.Step<TNetwork>(work, name, SpeedWorks.Momentum, threads, 0, 1.5, null);

    private static OnnxModel Model(StateDictionary state)
    {
        string[] names = [.. state.Values.Select(entry => entry.Name)];
        float[][] values = [.. state.Values.Select(entry => entry.ToArray())];
        OnnxModel model = new OnnxModel(1, 28, 28)
            .Convolution(names[0], values[0], names[1], values[1], 5, 2).Activation("Relu").MaxPool(2)
            .Convolution(names[2], values[2], names[3], values[3], 5, 0).Activation("Relu").MaxPool(2)
            .Flatten();
        for (int i = 4; i < names.Length; i += 2)
        {
            model = model.Dense(names[i], values[i], names[i + 1], values[i + 1]).Activation(i + 2 < names.Length ? "Relu" : "Softmax");
        }

        return model;
    }
}
