using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Data;

public class TestUsedForSelectionTests
{
    private const string Made = "var trainer = new Trainer<Net>(new Net(1), new AdamW());\n";

    [Theory]
    [InlineData(Made + "trainer.Fit(train, {|LW6004:test|}, epochs: 20);\nConsole.WriteLine(trainer.Evaluate(test));")]
    [InlineData(Made + "trainer.Fit(training: train, validation: {|LW6004:test|});\ntrainer.Evaluate(data: test);")]
    [InlineData(Made + "var (part, rest) = data.Split(0.9, seed: 1);\ntrainer.Fit(part, {|LW6004:rest|});\ntrainer.Evaluate(rest);")]
    [InlineData(Made + "var split = data.Split(0.9, seed: 1);\ntrainer.Fit(split.Train, {|LW6004:split.Rest|});\nvar held = split.Rest;\ntrainer.Evaluate(held);")]
    [InlineData(Made + "trainer.Fit(train, {|LW6004:test.Subset([0, 1, 2])|});\ntrainer.Evaluate(test);")]
    [InlineData(Made + "trainer.Fit(train, {|LW6004:test|});\ntrainer.Evaluate(test);\ntrainer.Evaluate(train);")]
    [InlineData("foreach (float rate in s_rates)\n{\n    var trial = new Trainer<Net>(new Net(1), new AdamW(rate));\n    trial.Fit(train);\n    Console.WriteLine(trial.Evaluate({|LW6004:test|}).Loss);\n}\n" + Made + "trainer.Fit(train);\ntrainer.Evaluate(test);")]
    [InlineData("var found = RandomSearch.Run(new SearchSpace { [\"rate\"] = new LogUniform(1e-4, 1e-2) }, 9, trial =>\n{\n    var tried = new Trainer<Net>(new Net(1), new AdamW((float)trial[\"rate\"]));\n    tried.Fit(train);\n    return tried.Evaluate({|LW6004:test|}).Loss;\n});\n" + Made + "trainer.Fit(train);\ntrainer.Evaluate(test);")]
    public async Task It_fires_where_the_data_is_validated_on(string statements) => await DataCode.VerifyAsync("LW6004", DataCode.Method(statements));

    [Theory]
    [InlineData(Made + "trainer.Fit(train, validation);\ntrainer.Evaluate(test);")]
    [InlineData(Made + "trainer.Fit(train, validation);\ntrainer.Evaluate(validation);\ntrainer.Evaluate(test);")]
    [InlineData(Made + "trainer.Fit(train, validation);")]
    [InlineData(Made + "trainer.Fit(train);\ntrainer.Evaluate(test);")]
    [InlineData(Made + "trainer.Fit(train, train);\ntrainer.Evaluate(train);")]
    [InlineData(Made + "trainer.Evaluate(validation);\ntrainer.Fit(train, validation);")]
    [InlineData(Made + "var (part, rest) = data.Split(0.9, seed: 1);\ntrainer.Fit(part, rest);\ntrainer.Evaluate(part);")]
    [InlineData(Made + "for (int epoch = 0; epoch < 9; epoch++)\n{\n    trainer.Fit(train, epochs: 1);\n    Console.WriteLine(trainer.Evaluate(test));\n}\nConsole.WriteLine(trainer.Evaluate(test));")]
    [InlineData(Made + "var held = validation;\ntrainer.Fit(train, held);\nheld = test;\ntrainer.Evaluate(held);")]
    public async Task It_is_silent_where_each_data_set_has_one_purpose(string statements) => await DataCode.VerifyAsync("LW6004", DataCode.Method(statements));

    [Fact]
    public async Task It_is_a_warning_that_points_at_the_evaluation_too()
    {
        var run = await DataCode.VerifyAsync("LW6004", DataCode.Method(Made + "trainer.Fit(train, {|LW6004:test|});\ntrainer.Evaluate(test);"));
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.StartsWith("test is validated on here and evaluated as the test set", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Single(diagnostic.AdditionalLocations);
    }
}
