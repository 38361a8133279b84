using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Data;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Data;

public class GridSearchTests
{
    private const string Fit = "new Trainer<Net>(new Net(1), new AdamW(rate) { WeightDecay = decay }).Fit(train);";

    [Theory]
    [InlineData("foreach (float rate in new[] { 1e-4f, 1e-3f })\nforeach (float decay in {|LW6005:new[] { 0f, 1e-2f, 1e-1f }|})\n    " + Fit)]
    [InlineData("foreach (var rate in s_rates)\n{\n    foreach (var decay in {|LW6005:s_rates|})\n    {\n        " + Fit + "\n    }\n}")]
    [InlineData("float[] rates = [1e-4f, 1e-3f], decays = [0f, 1e-2f];\nforeach (float rate in rates)\nforeach (int epochs in new[] { 1, 2 })\nforeach (float decay in {|LW6005:decays|})\n    " + Fit)]
    [InlineData("foreach (double rate1 in (double[])[1e-4, 1e-3])\nforeach (double decay1 in {|LW6005:(double[])[1e-4, 1e-3]|})\n{\n    var (rate, decay) = ((float)rate1, (float)decay1);\n    " + Fit + "\n}")]
    [InlineData("foreach (var rate in s_rates)\nforeach (var decay in {|LW6005:s_rates|})\n{\n    Try(rate, decay);\n}\n\nvoid Try(float rate, float decay) => " + Fit)]
    [InlineData("foreach (var rate in s_rates)\nforeach (var decay in {|LW6005:s_rates|})\n    new Net(1).CreateTrainingStep(2).Step(new float[8], new int[2], new AdamW(rate) { WeightDecay = decay });")]
    [InlineData("foreach (var rate in s_rates)\n{\n    var optimizer = new AdamW(rate);\n    foreach (var decay in {|LW6005:s_rates|})\n        new Trainer<Net>(new Net(1), optimizer with { WeightDecay = decay }).Fit(train);\n}")]
    [InlineData("for (int i = 0; i < s_rates.Length; i++)\nfor (int j = 0; j < s_rates.Length; j++)\n{\n    float rate = s_rates[i], decay = {|LW6005:s_rates[j]|};\n    " + Fit + "\n}")]
    public async Task It_fires_on_the_second_list(string statements) => await DataCode.VerifyAsync("LW6005", DataCode.Method(statements));

    [Theory]
    [InlineData("const float decay = 0.01f;\nforeach (var rate in s_rates) { " + Fit + " }")]
    [InlineData("foreach (var rate in s_rates)\nforeach (int epochs in new[] { 1, 2 })\n    new Trainer<Net>(new Net(1), new AdamW(rate)).Fit(train, epochs: epochs);")]
    [InlineData("foreach (var rate in s_rates)\nforeach (var unused in s_rates)\n    new Trainer<Net>(new Net(1), new AdamW(rate)).Fit(train);")]
    [InlineData("foreach (var rate in s_rates)\nforeach (var decay in s_rates)\n    Console.WriteLine(rate * decay);\n" + "new Trainer<Net>(new Net(1), new AdamW()).Fit(train);")]
    [InlineData("foreach (var rate in s_rates)\nforeach (var decay in new[] { 0.1f })\n    " + Fit)]
    [InlineData("foreach (var rate in s_rates)\nforeach (var decay in data.Input(0))\n    " + Fit)]
    [InlineData("var random = new Random(1);\nfor (int trial = 0; trial < 9; trial++)\n{\n    float rate = random.NextSingle(), decay = random.NextSingle();\n    " + Fit + "\n}")]
    [InlineData("for (int i = 0; i < 3; i++)\nfor (int j = 0; j < 3; j++)\n{\n    float rate = s_rates[i], decay = s_rates[1];\n    " + Fit + "\n}")]
    [InlineData("float[] xs = [0, 1], ys = [0, 1];\nvar step = new Net(1).CreateTrainingStep(1);\nforeach (var x in xs)\nforeach (var y in ys)\n    step.Step(new[] { x, y, x, y }, new[] { x == y ? 0 : 1 }, new AdamW());")]
    public async Task It_is_silent_with_one_list_of_numbers_or_none(string statements) => await DataCode.VerifyAsync("LW6005", DataCode.Method(statements));

    private const string Method = "static class Trials\n{\n    public static float Try(TrainingSet train, float rate, float decay)\n    {\n        " + Fit + "\n        return rate;\n    }\n\n"
        + "    public static float Product(float rate, float decay) => rate * decay;\n}\n";

    [Fact]
    public async Task A_method_that_fits_may_stand_elsewhere() => await Verify.OnlyAsync(
        "LW6005",
        "static class Search\n{\n    public static float Best(TrainingSet train)\n    {\n        float best = 0;\n        foreach (float rate in new[] { 1e-4f, 1e-3f })\n            foreach (float decay in {|LW6005:new[] { 0f, 0.1f }|})\n"
            + "                best = Math.Max(best, Trials.Try(train, rate, decay));\n        return best;\n    }\n}\n",
        DataCode.Network + Method);

    [Fact]
    public async Task A_method_that_does_not_fit_is_no_search() => await DataCode.VerifyAsync(
        "LW6005", DataCode.Method("foreach (var rate in s_rates)\nforeach (var decay in s_rates)\n    Console.WriteLine(Trials.Product(rate, decay));") + Method);

    [Fact]
    public async Task It_is_a_warning_that_counts()
    {
        var run = await DataCode.VerifyAsync(
            "LW6005", DataCode.Method("foreach (float rate in new[] { 1e-4f, 1e-3f })\nforeach (float decay in {|LW6005:new[] { 0f, 1e-2f, 1e-1f }|})\n    " + Fit));
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.Equal(
            "6 fits try no more than 2 values of rate and 3 values of decay; use RandomSearch, with rates and decays as LogUniform: 6 trials try 6 values of each",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_quiet_profile_makes_a_hint_of_it()
    {
        var run = await Verify.OnlyWithOptionsAsync(
            "LW6005", "layerwright.profile = quiet", DataCode.Method("foreach (var rate in s_rates)\nforeach (var decay in {|LW6005:s_rates|})\n    " + Fit));
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(run.Analyzers).Severity);
    }

    [Fact]
    public async Task How_many_lists_are_a_grid_can_be_set()
    {
        const string Two = "foreach (var rate in s_rates)\nforeach (var decay in s_rates)\n    " + Fit;
        const string Three = "foreach (var rate in s_rates)\nforeach (var decay in {|LW6005:s_rates|})\nforeach (var momentum in s_rates)\n"
            + "    new Trainer<Net>(new Net(1), new Sgd(rate) { WeightDecay = decay, Momentum = momentum }).Fit(train);";
        await Verify.OnlyWithOptionsAsync("LW6005", "layerwright.LW6005.minimum_lists = 3", DataCode.Method(Two));
        await Verify.OnlyWithOptionsAsync("LW6005", "layerwright.LW6005.minimum_lists = 3", DataCode.Method(Three));
    }

    [Fact]
    public async Task The_fix_deals_as_many_trials_between_the_ends_of_the_lists() => await VerifyFix.AloneAsync(
        new GridSearchFix(),
        "Use RandomSearch",
        DataCode.Method("""
            // The best of all.
            foreach (float rate in new[] { 1e-4f, 1e-3f, 1e-2f })
            {
                foreach (var decay in s_rates)
                {
                    // A fresh network each.
                    var trainer = new Trainer<Net>(new Net(1), new AdamW(rate) { WeightDecay = decay });
                    if (rate > decay)
                    {
                        continue;
                    }

                    trainer.Fit(train);
                }
            }
            """),
        DataCode.Method("""
            // The best of all.
            foreach (var trial in RandomSearch.Deal(new SearchSpace { ["rate"] = new LogUniform(0.0001, 0.01), ["decay"] = new LogUniform(0.0001, 0.01) }, trials: 9))
            {
                float rate = (float)trial["rate"];
                float decay = (float)trial["decay"];
                // A fresh network each.
                var trainer = new Trainer<Net>(new Net(1), new AdamW(rate) { WeightDecay = decay });
                if (rate > decay)
                {
                    continue;
                }

                trainer.Fit(train);
            }
            """));

    [Fact]
    public async Task Loops_without_braces_and_lists_from_0_on_are_rewritten_too() => await VerifyFix.AllInDocumentAsync(
        new GridSearchFix(),
        "LW6005",
        DataCode.Method("foreach (double rate in (double[])[1e-4, 1e-3])\nforeach (double decay in new[] { 0, 0.1, 0.2 })\n    new Trainer<Net>(new Net(1), new AdamW((float)rate) { WeightDecay = (float)decay }).Fit(train);"),
        DataCode.Method("""
            foreach (var trial in RandomSearch.Deal(new SearchSpace { ["rate"] = new LogUniform(0.0001, 0.001), ["decay"] = new LogUniform(0.1, 0.2) }, trials: 6))
            {
                double rate = trial["rate"];
                double decay = trial["decay"];
                new Trainer<Net>(new Net(1), new AdamW((float)rate) { WeightDecay = (float)decay }).Fit(train);
            }
            """));

    [Theory]
    [InlineData("foreach (var rate in s_rates)\n{\n    Console.WriteLine(rate);\n    foreach (var decay in s_rates)\n        " + Fit + "\n}")]
    [InlineData("foreach (var rate in s_rates) // all of them\n{\n    foreach (var decay in s_rates)\n        " + Fit + "\n}")]
    public async Task Loops_that_hold_more_or_comments_between_are_left_alone(string statements) =>
        await VerifyFix.OffersNothingAsync(new GridSearchFix(), DataCode.Method(statements));
}
