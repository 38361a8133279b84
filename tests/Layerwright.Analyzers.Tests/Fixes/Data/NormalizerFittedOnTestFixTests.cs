using Layerwright.Analyzers.Tests.Harness;
using Layerwright.Analyzers.Tests.Rules.Data;
using Layerwright.CodeFixes.Fixes.Data;

namespace Layerwright.Analyzers.Tests.Fixes.Data;

public class NormalizerFittedOnTestFixTests
{
    private const string Title = "Fit on the training set";
    private const string Trained = "var trainer = new Trainer<Net>(net, new AdamW());\n";

    [Theory]
    [InlineData("Normalizer.FitStandardize(test.AsTrainingSet())", "Normalizer.FitStandardize(train)", "train")]
    [InlineData("Normalizer.FitPerChannel(data: /* all of it */ test.AsTrainingSet())", "Normalizer.FitPerChannel(data: /* all of it */ train)", "train")]
    [InlineData("Normalizer.FitStandardize(test.AsTrainingSet())", "Normalizer.FitStandardize(data.AsTrainingSet())", "data")]
    [InlineData("Normalizer.FitStandardize(test.AsTrainingSet())", "Normalizer.FitStandardize(_kept.AsTrainingSet())", "_kept")]
    public Task It_names_what_the_trainer_is_given(string before, string after, string training) => VerifyFix.AloneAsync(
        new NormalizerFittedOnTestFix(), Title, DataCode.Method(Program(before, training)), DataCode.Method(Program(after, training)));

    [Fact]
    public Task Of_a_split_it_takes_the_part_that_is_trained_on() => VerifyFix.AloneAsync(
        new NormalizerFittedOnTestFix(),
        Title,
        DataCode.Method("var (part, rest) = data.Split(0.9, seed: 1);\nvar net = new Net(1) { Normalizer = Normalizer.FitStandardize(data.AsTrainingSet()) };\n" + Trained + "trainer.Fit(part, rest);"),
        DataCode.Method("var (part, rest) = data.Split(0.9, seed: 1);\nvar net = new Net(1) { Normalizer = Normalizer.FitStandardize(part) };\n" + Trained + "trainer.Fit(part, rest);"));

    [Fact]
    public Task All_in_a_document() => VerifyFix.AllInDocumentAsync(
        new NormalizerFittedOnTestFix(),
        "LW6002",
        DataCode.Method(Program("Normalizer.FitStandardize(test.AsTrainingSet())", "train") + "\nnet.Normalizer = Normalizer.FitPerChannel(test.AsTrainingSet());"),
        DataCode.Method(Program("Normalizer.FitStandardize(train)", "train") + "\nnet.Normalizer = Normalizer.FitPerChannel(train);"));

    [Theory]
    [InlineData("var net = new Net(1) { Normalizer = Normalizer.FitStandardize(test.AsTrainingSet()) };\n" + Trained + "trainer.Evaluate(test);")]
    [InlineData("var net = new Net(1) { Normalizer = Normalizer.FitStandardize(data.AsTrainingSet()) };\nvar (part, rest) = data.Split(0.9, seed: 1);\n" + Trained + "trainer.Fit(part, rest);")]
    [InlineData("var net = new Net(1) { Normalizer = Normalizer.FitStandardize(data.AsTrainingSet()) };\n" + Trained + "trainer.Fit(data.Split(0.9, seed: 1).Train);\ntrainer.Evaluate(data);")]
    public Task Nothing_is_offered_where_the_training_set_has_no_name_yet(string statements) =>
        VerifyFix.OffersNothingAsync(new NormalizerFittedOnTestFix(), DataCode.Method(statements));

    private static string Program(string fit, string training) =>
        "var net = new Net(1) { Normalizer = " + fit + " }; // raw rows go in\n" + Trained + $"trainer.Fit({training});\ntrainer.Evaluate(test);";
}
