using Layerwright.Testing.Compiling;
using Layerwright.Testing.Running;

namespace Layerwright.Generators.Tests.Emission;

/// <summary><c>[Network(Training = false)]</c> generates prediction alone.</summary>
public class PredictionOnlyTests
{
    private const string Layers = "[Input(5)] [Dense(9)] [BatchNorm] [Tanh] [Dense(3)] [SoftmaxCrossEntropy]";

    [Fact]
    public void It_predicts_what_the_network_that_trains_predicts()
    {
        var run = GeneratorRun.Of($"[Network] {Layers} public partial class Trained;", $"[Network(Training = false)] {Layers} public partial class Deployed;").EnsureClean();
        var compiled = LoadedAssembly.Of(run);
        float[] inputs = [.. Enumerable.Range(0, 20).Select(i => MathF.Sin(i))];
        float[] expected = new float[12], actual = new float[12];

        TestNetwork.Create(compiled.Type("Trained"), 5).CreatePredictor(4).Predict(inputs, expected);
        TestNetwork.Create(compiled.Type("Deployed"), 5).CreatePredictor(4).Predict(inputs, actual);

        Assert.Equal(expected, actual);
        Assert.Null(compiled.Type("Deployed").GetMethod("CreateTrainingStep"));
        Assert.NotNull(compiled.Type("Trained").GetMethod("CreateTrainingStep"));
        Assert.True(run.Sources["Deployed.g.cs"].Length < 0.7 * run.Sources["Trained.g.cs"].Length);
    }
}
