using Layerwright.Benchmarks;
using Layerwright.Tests.Networks;

namespace Layerwright.Tests.MachineCode;

/// <summary>What a child process does so that its JIT compiles the kernels of steps and predictions.</summary>
public class HotWork
{
    public const string Mark = "LAYERWRIGHT_HOT_WORK";

    public static bool IsChild => Environment.GetEnvironmentVariable(Mark) is not null;

    [Fact(Skip = "This is for the child process.", SkipUnless = nameof(IsChild))]
    public void Kernels_are_compiled()
    {
        Assert.InRange(Step<DigitNet>(128), 0, 10);
        Assert.InRange(Step<Training.SpiralNet>(1), 0, 10);
        Assert.InRange(Step<LeNet>(16), 0, 10);
        Assert.InRange(Step<SmallResNet>(4), 0, 10);
        Assert.InRange(Predict<DigitNet>(1), 0, 1);
        Assert.InRange(Predict<TinyNet>(1), -10, 10);
        Assert.InRange(Predict<LeNet>(1), 0, 1);
    }

    private static float Step<TNetwork>(int rows)
        where TNetwork : class, INetwork<TNetwork>
    {
        TNetwork network = TNetwork.Create(1);
        TrainingStep<TNetwork> step = new(network, rows, threads: 1);
        return step.Step(
            TestRows.Numbers(rows * network.Blueprint.InputLength),
            TestRows.Labels(rows, network.Blueprint.OutputLength),
            new Sgd(1e-4f) { Momentum = 0.9f });
    }

    private static float Predict<TNetwork>(int rows)
        where TNetwork : class, INetwork<TNetwork>
    {
        Predictor<TNetwork> predictor = new(TNetwork.Create(1), rows);
        float[] outputs = new float[rows * predictor.OutputLength];
        predictor.Predict(TestRows.Numbers(rows * predictor.InputLength), outputs);
        return outputs[0];
    }
}
