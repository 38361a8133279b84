using Layerwright.Benchmarks;

namespace Layerwright.Tests.MachineCode;

/// <summary>What a child process does so that its JIT compiles what stands between a program's start and its first prediction.</summary>
public class FirstPredictionWork
{
    /// <summary>Names the file of the network's weights.</summary>
    public const string Weights = "LAYERWRIGHT_FIRST_PREDICTION_WEIGHTS";

    public static bool IsChild => Environment.GetEnvironmentVariable(Weights) is not null;

    [Fact(Skip = "This is for the child process.", SkipUnless = nameof(IsChild))]
    public void A_network_is_loaded_and_predicts_a_row()
    {
        Predictor<DigitNet> predictor = DigitNet.Load(Environment.GetEnvironmentVariable(Weights)!).CreatePredictor();
        float[] outputs = new float[10];
        predictor.Predict(new float[784], outputs);
        Assert.True(outputs[0] > 0);
    }
}
