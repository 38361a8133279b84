using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Data;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Data;

public class LinearRateSamplingTests
{
    [Theory]
    [InlineData("var space = new SearchSpace { [\"rate\"] = {|LW6006:new Uniform(1e-4, 1e-1)|} };")]
    [InlineData("var space = new SearchSpace { [\"learningRate\"] = {|LW6006:new Uniform(0, 0.1)|} };")]
    [InlineData("const double low = 1e-5;\nvar range = {|LW6006:new Uniform(low, high: 1e-3)|};\nvar space = new SearchSpace { [\"weight_decay\"] = range };")]
    [InlineData("SearchSpace space = new() { [\"L2\"] = {|LW6006:new Layerwright.Uniform(1e-3, 1e-2)|} };")]
    public async Task It_fires_on_the_range(string statements) => await DataCode.VerifyAsync("LW6006", DataCode.Method(statements));

    [Theory]
    [InlineData("var space = new SearchSpace { [\"rate\"] = new LogUniform(1e-4, 1e-1) };")]
    [InlineData("var space = new SearchSpace { [\"rate\"] = new Uniform(0.02, 0.1) };")]
    [InlineData("var space = new SearchSpace { [\"dropout rate\"] = new Uniform(0.01, 0.6) };")]
    [InlineData("var space = new SearchSpace { [\"momentum\"] = new Uniform(0, 0.99), [\"width\"] = new IntRange(1, 1000) };")]
    [InlineData("var space = new SearchSpace { [\"saturate\"] = new Uniform(0.01, 0.99) };")]
    public async Task It_is_silent_elsewhere(string statements) => await DataCode.VerifyAsync("LW6006", DataCode.Method(statements));

    [Fact]
    public async Task It_is_a_warning_that_says_where_draws_would_lie()
    {
        var run = await DataCode.VerifyAsync("LW6006", DataCode.Method("var space = new SearchSpace { [\"rate\"] = {|LW6006:new Uniform(1e-4, 0.1)|} };"));
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.Equal(
            "rate is drawn evenly from 0.0001 to 0.1, so 90 of 100 draws lie within a factor of 10 of the end; use LogUniform",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task How_many_decades_are_many_can_be_set()
    {
        const string Two = "var space = new SearchSpace { [\"rate\"] = new Uniform(1e-3, 1e-1) };";
        await Verify.OnlyWithOptionsAsync("LW6006", "layerwright.LW6006.minimum_decades = 2.5", DataCode.Method(Two));
    }

    [Fact]
    public async Task The_fix_draws_on_a_logarithmic_scale()
    {
        const string Before = "var space = new SearchSpace { [\"rate\"] = new Layerwright.Uniform(1e-4, /* at most */ 1e-1), [\"decay\"] = new Uniform(1e-5, 1e-2) };";
        string after = Before.Replace("Uniform", "LogUniform", StringComparison.Ordinal);
        await VerifyFix.AllInDocumentAsync(new LinearRateSamplingFix(), "LW6006", DataCode.Method(Before), DataCode.Method(after));
    }

    [Fact]
    public async Task From_0_on_there_is_no_logarithm_to_offer() => await VerifyFix.OffersNothingAsync(
        new LinearRateSamplingFix(), DataCode.Method("var space = new SearchSpace { [\"rate\"] = new Uniform(0, 0.1) };"));
}
