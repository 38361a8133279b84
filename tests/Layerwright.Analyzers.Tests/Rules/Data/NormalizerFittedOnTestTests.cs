using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Data;

public class NormalizerFittedOnTestTests
{
    private const string Trained = "var trainer = new Trainer<Net>(net, new AdamW());\n";

    [Theory]
    [InlineData("var net = new Net(1) { Normalizer = Normalizer.FitStandardize({|LW6002:test.AsTrainingSet()|}) };\n" + Trained + "trainer.Fit(train);\ntrainer.Evaluate(test);")]
    [InlineData("var net = new Net(1) { Normalizer = Normalizer.FitPerChannel({|LW6002:test.AsTrainingSet()|}) };\n" + Trained + "trainer.Fit(train, test);")]
    [InlineData("var net = new Net(1);\nnet.Normalizer = Normalizer.FitStandardize(data: {|LW6002:test.AsTrainingSet()|});\n" + Trained + "trainer.Evaluate(test);")]
    [InlineData("var all = data.AsTrainingSet();\nvar (part, rest) = data.Split(0.9, seed: 1);\nvar net = new Net(1) { Normalizer = Normalizer.FitStandardize({|LW6002:all|}) };\n" + Trained + "trainer.Fit(part, rest);")]
    [InlineData("var split = data.Split(0.9, seed: 1);\nvar net = new Net(1) { Normalizer = Normalizer.FitStandardize({|LW6002:data.AsTrainingSet()|}) };\n" + Trained + "trainer.Fit(split.Train);\ntrainer.Evaluate(split.Rest);")]
    [InlineData("var (part, rest) = data.Split(0.9, seed: 1);\nvar net = new Net(1) { Normalizer = Normalizer.FitStandardize({|LW6002:rest.AsTrainingSet()|}) };\n" + Trained + "trainer.Fit(part, rest.Subset([0, 1]));")]
    [InlineData("var net = new Net(1) { Normalizer = Normalizer.FitStandardize({|LW6002:Kept.AsTrainingSet()|}) };\n" + Trained + "trainer.Fit(train);\ntrainer.Evaluate(Kept);")]
    [InlineData("var held = _kept;\nvar net = new Net(1) { Normalizer = Normalizer.FitStandardize({|LW6002:_kept.AsTrainingSet()|}) };\n" + Trained + "trainer.Fit(train);\ntrainer.Evaluate(held);")]
    [InlineData("var net = new Net(1) { Normalizer = Normalizer.FitPca(components: 2, data: {|LW6002:test.AsTrainingSet()|}) };\n" + Trained + "trainer.Evaluate(test);")]
    public async Task It_fires_on_what_the_normaliser_is_fitted_on(string statements) => await DataCode.VerifyAsync("LW6002", DataCode.Method(statements));

    [Theory]
    [InlineData("var net = new Net(1) { Normalizer = Normalizer.FitStandardize(train) };\n" + Trained + "trainer.Fit(train, validation);\ntrainer.Evaluate(test);")]
    [InlineData("var net = new Net(1) { Normalizer = Normalizer.FitStandardize(train) };\n" + Trained + "trainer.Fit(train);\ntrainer.Evaluate(train);")]
    [InlineData("var net = new Net(1) { Normalizer = Normalizer.FitStandardize(train) };\n" + Trained + "trainer.Fit(train, train);")]
    [InlineData("var (part, rest) = data.Split(0.9, seed: 1);\nvar net = new Net(1) { Normalizer = Normalizer.FitStandardize(part) };\n" + Trained + "trainer.Fit(part, rest);\ntrainer.Evaluate(test);")]
    [InlineData("var (part, rest) = data.Split(0.9, seed: 1);\nvar net = new Net(1) { Normalizer = Normalizer.FitStandardize(part) };\n" + Trained + "trainer.Fit(part);\ntrainer.Evaluate(data);")]
    [InlineData("var whole = data.AsTrainingSet();\nvar net = new Net(1) { Normalizer = Normalizer.FitStandardize(whole) };\n" + Trained + "trainer.Fit(whole);\ntrainer.Evaluate(test);")]
    [InlineData("var chosen = data;\nif (test.Count > 9) { chosen = test; }\nvar net = new Net(1) { Normalizer = Normalizer.FitStandardize(chosen.AsTrainingSet()) };\n" + Trained + "trainer.Fit(train);\ntrainer.Evaluate(test);")]
    public async Task It_is_silent_where_nothing_leaks_or_it_cannot_be_known(string statements) => await DataCode.VerifyAsync("LW6002", DataCode.Method(statements));

    [Fact]
    public async Task It_says_which_rows_leak_and_what_to_fit_on()
    {
        var run = await DataCode.VerifyAsync("LW6002", DataCode.Method(
            "var (part, rest) = data.Split(0.9, seed: 1);\n"
            + "var net = new Net(1) { Normalizer = Normalizer.FitStandardize({|LW6002:data.AsTrainingSet()|}) };\n" + Trained + "trainer.Fit(part, rest);"));
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.Equal(
            "The normaliser is fitted on data.AsTrainingSet(), but the network is validated on rest, whose rows are among these; fit it on part",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        var place = Assert.Single(diagnostic.AdditionalLocations);
        Assert.Equal("rest", place.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(place.SourceSpan));
    }

    [Fact]
    public async Task A_training_set_that_is_named_later_is_not_recommended()
    {
        var run = await DataCode.VerifyAsync("LW6002", DataCode.Method(
            "var net = new Net(1) { Normalizer = Normalizer.FitStandardize({|LW6002:data.AsTrainingSet()|}) };\n"
            + "var (part, rest) = data.Split(0.9, seed: 1);\n" + Trained + "trainer.Fit(part, rest);"));
        Assert.EndsWith("whose rows are among these", Assert.Single(run.Analyzers).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
