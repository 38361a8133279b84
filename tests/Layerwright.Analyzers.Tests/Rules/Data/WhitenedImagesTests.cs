using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Data;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Data;

public class WhitenedImagesTests
{
    private const string Images = """
        [Network]
        [ImageInput(8, 8, 1)]
        [Conv2D(16, 3)]
        [BatchNorm]
        [ReLU]
        [GlobalAveragePool2D]
        [Dense(3)]
        [SoftmaxCrossEntropy]
        public partial class Net;

        """;

    [Theory]
    [InlineData("var net = new Net(1) { Normalizer = {|LW6009:Normalizer.FitWhiten(train)|} };")]
    [InlineData("var net = new Net(1);\nnet.Normalizer = {|LW6009:Normalizer.FitPca(train, components: 10)|};")]
    [InlineData("var white = {|LW6009:Normalizer.FitWhiten(epsilon: 0.1f, data: train)|};\nvar net = new Net(1) { Normalizer = white };")]
    public async Task It_fires_on_the_fit(string statements) => await DataCode.VerifyAsync("LW6009", DataCode.Method(statements, Images));

    [Theory]
    [InlineData("var net = new Net(1) { Normalizer = Normalizer.FitPerChannel(train) };", Images)]
    [InlineData("var net = new Net(1) { Normalizer = Normalizer.FitMeanImage(train) };", Images)]
    [InlineData("var white = Normalizer.FitWhiten(train);\nvar net = new Net(1);\nwhite.Apply(test);", Images)]
    [InlineData("var net = new Net(1) { Normalizer = Normalizer.FitWhiten(train) };", DataCode.Network)]
    public async Task It_is_silent_elsewhere(string statements, string network) => await DataCode.VerifyAsync("LW6009", DataCode.Method(statements, network));

    [Fact]
    public async Task It_is_a_hint_that_names_the_convolution_and_what_to_write()
    {
        var run = await DataCode.VerifyAsync("LW6009", DataCode.Method("var net = new Net(1) { Normalizer = {|LW6009:Normalizer.FitWhiten(train)|} };", Images));
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.Equal(
            "FitWhiten turns the images of Net onto axes that mix all their pixels, where Conv1 looks for neighbours; use Normalizer.FitPerChannel(train)",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_fix_keeps_the_data_and_drops_the_rest()
    {
        const string Before = "var net = new Net(1) { Normalizer = Layerwright.Normalizer.FitPca(components: 3, data: train) /* turned */ };";
        await VerifyFix.AloneAsync(
            new WhitenedImagesFix(), "Use FitPerChannel", DataCode.Method(Before, Images),
            DataCode.Method("var net = new Net(1) { Normalizer = Layerwright.Normalizer.FitPerChannel(train) /* turned */ };", Images));
    }

    [Fact]
    public async Task All_in_a_document_are_fixed()
    {
        const string Before = "var a = new Net(1) { Normalizer = Normalizer.FitPca(train) };\nvar b = new Net(1) { Normalizer = Normalizer.FitWhiten(train) };";
        await VerifyFix.AllInDocumentAsync(
            new WhitenedImagesFix(), "LW6009", DataCode.Method(Before, Images),
            DataCode.Method(Before.Replace("FitPca", "FitPerChannel", StringComparison.Ordinal).Replace("FitWhiten", "FitPerChannel", StringComparison.Ordinal), Images));
    }
}
