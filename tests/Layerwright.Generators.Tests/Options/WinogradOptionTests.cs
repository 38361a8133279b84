using Layerwright.Testing.Compiling;

namespace Layerwright.Generators.Tests.Options;

/// <summary><c>LayerwrightWinograd</c>: what networks do that do not say whether they go by minimal filtering.</summary>
public class WinogradOptionTests
{
    [Theory]
    [InlineData(null, "", true)]
    [InlineData("", "", true)]
    [InlineData("true", "", true)]
    [InlineData("false", "", false)]
    [InlineData("False", "", false)]
    [InlineData("no", "", true)] // LW0014 says that this cannot be
    [InlineData("false", "(Winograd = true)", true)]
    [InlineData("true", "(Winograd = false)", false)]
    [InlineData(null, "(Winograd = false)", false)]
    [InlineData("false", "(InputGradient = true)", false)]
    public void A_network_decides_before_the_project(string? value, string arguments, bool isFiltered)
    {
        string network = $"[Network{arguments}] [ImageInput(14, 14, 16)] [Conv2D(16, 3)] [ReLU] [Flatten] [Dense(3)] [SoftmaxCrossEntropy] public partial class Net;";

        var run = GeneratorRun.Of(SourceCompilation.Create(network), settings: value is null ? new() : new(("LayerwrightWinograd", value))).EnsureClean();

        Assert.Equal(isFiltered, run.Source.Contains("LwKernels::Winograd4.Run", StringComparison.Ordinal));
        Assert.Equal(isFiltered, run.Source.Contains("LwKernels::Winograd4WeightGradient.SumChunk", StringComparison.Ordinal));
    }
}
