using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Training;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.Analyzers.Tests.Fixes.Training;

/// <summary>Fixes that write a setting (LW5001, LW5002, LW5005, LW5007, LW5010), and how it is written.</summary>
public class SettingFixTests
{
    [Theory]
    [InlineData("var optimizer = new AdamW(0.5f);", "var optimizer = new AdamW(1e-3f);")]
    [InlineData("var optimizer = new Sgd(LearningRate: /* try */ 5f) { Momentum = 0.9f };", "var optimizer = new Sgd(LearningRate: /* try */ 0.01f) { Momentum = 0.9f };")]
    [InlineData("float rate = 3f; var optimizer = new AdaGrad { LearningRate = rate };", "float rate = 3f; var optimizer = new AdaGrad { LearningRate = 0.01f };")]
    [InlineData("var slow = new RmsProp(); var optimizer = slow with { LearningRate = 3f };", "var slow = new RmsProp(); var optimizer = slow with { LearningRate = 0.01f };")]
    public Task LW5001_writes_the_optimizers_default(string before, string after) => AloneAsync(new LearningRateRangeFix(), "Use the default", before, after);

    [Theory]
    [InlineData("var optimizer = new Sgd { Momentum = 1f };", "var optimizer = new Sgd { Momentum = 0f };")]
    [InlineData("var optimizer = new Adam { Beta1 = 0.8f, Beta2 = 1.1f };", "var optimizer = new Adam { Beta1 = 0.8f, Beta2 = 0.999f };")]
    [InlineData("var schedule = new CosineDecay { Epochs = 0 };", "var schedule = new CosineDecay { Epochs = null };")]
    [InlineData("new Trainer<Digits>(net, new Adam()).Fit(data, null, 0);", "new Trainer<Digits>(net, new Adam()).Fit(data, null, 10);")]
    [InlineData("var trainer = new Trainer<Digits>(net, new Adam()) { BatchSize = 0 };", "var trainer = new Trainer<Digits>(net, new Adam()) { BatchSize = 64 };")]
    [InlineData("var step = net.CreateTrainingStep(8); Run(() => step.Momentum = 2f); void Run(Action action) => action();", "var step = net.CreateTrainingStep(8); Run(() => step.Momentum = null); void Run(Action action) => action();")]
    [InlineData("var predictor = net.CreatePredictor(maxBatchSize: 0);", "var predictor = net.CreatePredictor(maxBatchSize: 1);")]
    public Task LW5002_writes_the_default(string before, string after) => AloneAsync(new BadHyperparameterFix(), "Use the default", before, after);

    [Theory]
    [InlineData("var step = net.CreateTrainingStep(0);")]
    [InlineData("var schedule = new StepDecay(0);")]
    public Task LW5002_offers_nothing_where_there_is_no_default(string statements) => VerifyFix.OffersNothingAsync(new BadHyperparameterFix(), Sessions.Of(statements));

    [Fact]
    public async Task LW5005_writes_the_usual_strength_of_each_kind()
    {
        await AloneAsync(new DecayTooStrongFix(), "Use 1e-4", "var optimizer = new Sgd { WeightDecay = 2f };", "var optimizer = new Sgd { WeightDecay = 1e-4f };");
        await AloneAsync(new DecayTooStrongFix(), "Use 0.01", "var optimizer = new AdamW { WeightDecay = 2f };", "var optimizer = new AdamW { WeightDecay = 0.01f };");
    }

    [Theory]
    [InlineData("new Trainer<Digits>(net, new Sgd())", "new Trainer<Digits>(net, new Sgd()) { Schedule = new CosineDecay() }")]
    [InlineData("new Trainer<Digits>(net, new Sgd()) { }", "new Trainer<Digits>(net, new Sgd()) { Schedule = new CosineDecay() }")]
    [InlineData("new Trainer<Digits>(net, new Sgd()) { BatchSize = 32 }", "new Trainer<Digits>(net, new Sgd()) { BatchSize = 32, Schedule = new CosineDecay() }")]
    [InlineData("new Trainer<Digits>(net, new Sgd()) { Schedule = null, Seed = 1 }", "new Trainer<Digits>(net, new Sgd()) { Schedule = new CosineDecay(), Seed = 1 }")]
    [InlineData(
        "new Trainer<Digits>(net, new Sgd())\n        {\n            BatchSize = 32, // rows\n            Seed = 1 // fixed\n        }",
        "new Trainer<Digits>(net, new Sgd())\n        {\n            BatchSize = 32, // rows\n            Seed = 1, // fixed\n            Schedule = new CosineDecay()\n        }")]
    [InlineData(
        "new Trainer<Digits>(net, new Sgd())\n        {\n            Seed = 1, // fixed\n        }",
        "new Trainer<Digits>(net, new Sgd())\n        {\n            Seed = 1, // fixed\n            Schedule = new CosineDecay(),\n        }")]
    public Task LW5007_adds_the_schedule_in_the_initialisers_own_layout(string before, string after) => AloneAsync(
        new NoDecayScheduleFix(), "Add a cosine schedule", $"var trainer = {before};\n        trainer.Fit(data, epochs: 30);", $"var trainer = {after};\n        trainer.Fit(data, epochs: 30);");

    [Fact]
    public Task LW5007_writes_the_full_name_where_the_short_one_means_another() => VerifyFix.AloneAsync(
        new NoDecayScheduleFix(),
        "Add a cosine schedule",
        Sessions.Of("new Trainer<Digits>(net, new Sgd()).Fit(data, epochs: 30);") + "class CosineDecay;",
        Sessions.Of("new Trainer<Digits>(net, new Sgd()) { Schedule = new global::Layerwright.CosineDecay() }.Fit(data, epochs: 30);") + "class CosineDecay;");

    [Theory]
    [InlineData("new AdamW()", "new AdamW(1e-4f)")]
    [InlineData("new AdamW(1e-3f)", "new AdamW(1e-4f)")]
    [InlineData("new Sgd { Momentum = 0.9f }", "new Sgd(1e-3f) { Momentum = 0.9f }")]
    [InlineData("new RmsProp() { LearningRate = 0.01f }", "new RmsProp() { LearningRate = 1e-3f }")]
    public Task LW5010_writes_a_tenth(string before, string after) => AloneAsync(
        new FineTuneRateFix(),
        "Divide by 10",
        $"net.LoadWeights(\"a\");\n        new Trainer<Digits>(net, {before}).Fit(data);",
        $"net.LoadWeights(\"a\");\n        new Trainer<Digits>(net, {after}).Fit(data);");

    [Fact]
    public Task All_in_a_document_are_mended_together_several_in_one_initialiser_too() => VerifyFix.AllInDocumentAsync(
        new BadHyperparameterFix(),
        "LW5002",
        Sessions.Of("Optimizer[] all = [new Adam { Beta1 = 1f, /* keep */ Beta2 = 1f }, new Sgd { Momentum = 1f }];"),
        Sessions.Of("Optimizer[] all = [new Adam { Beta1 = 0.9f, /* keep */ Beta2 = 0.999f }, new Sgd { Momentum = 0f }];"));

    [Fact]
    public async Task So_are_those_of_the_other_rules()
    {
        await AllAsync(new LearningRateRangeFix(), "LW5001", "object[] all = [new Adam(1f), new Sgd(9f)];", "object[] all = [new Adam(1e-3f), new Sgd(0.01f)];");
        await AllAsync(
            new DecayTooStrongFix(), "LW5005", "object[] all = [new Sgd { WeightDecay = 1f }, new AdamW { WeightDecay = 1f }];", "object[] all = [new Sgd { WeightDecay = 1e-4f }, new AdamW { WeightDecay = 0.01f }];");
        await AllAsync(
            new NoDecayScheduleFix(),
            "LW5007",
            "new Trainer<Digits>(net, new Sgd()).Fit(data, epochs: 30); new Trainer<Digits>(net, new Sgd()) { Seed = 1 }.Fit(data, epochs: 30);",
            "new Trainer<Digits>(net, new Sgd()) { Schedule = new CosineDecay() }.Fit(data, epochs: 30); new Trainer<Digits>(net, new Sgd()) { Seed = 1, Schedule = new CosineDecay() }.Fit(data, epochs: 30);");
        await AllAsync(
            new FineTuneRateFix(),
            "LW5010",
            "net.LoadWeights(\"a\"); new Trainer<Digits>(net, new Sgd()).Fit(data); new Trainer<Digits>(net, new AdamW(1e-3f)).Fit(data);",
            "net.LoadWeights(\"a\"); new Trainer<Digits>(net, new Sgd(1e-3f)).Fit(data); new Trainer<Digits>(net, new AdamW(1e-4f)).Fit(data);");
    }

    [Fact]
    public Task Top_level_statements_are_mended_too() => VerifyFix.AllInDocumentAsync(
        new LearningRateRangeFix(), "LW5001", "static class Settings { public static Adam Default { get; } = new(1f); }", "static class Settings { public static Adam Default { get; } = new(1e-3f); }");

    private static Task AloneAsync(CodeFixProvider fix, string title, string before, string after) => VerifyFix.AloneAsync(fix, title, Sessions.Of(before), Sessions.Of(after));

    private static Task AllAsync(CodeFixProvider fix, string key, string before, string after) => VerifyFix.AllInDocumentAsync(fix, key, Sessions.Of(before), Sessions.Of(after));
}
