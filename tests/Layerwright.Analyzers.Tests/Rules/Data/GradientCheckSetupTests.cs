using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Data;

public class GradientCheckSetupTests
{
    private const string Dropping = """
        [Network]
        [Input(4)]
        [Dense(16, L2 = 1e-4)]
        [BatchNorm]
        [ReLU]
        [Dropout(0.5)]
        [Dense(3)]
        [SoftmaxCrossEntropy]
        public partial class Net;

        """;

    [Theory]
    [InlineData("GradientCheck.Run(new Net(1), data, new() { {|LW6008:Step = 0.1f|} });")]
    [InlineData("GradientCheck.Run(new Net(1), data, new() { {|LW6008:Step = 1e-8f|} });")]
    [InlineData("GradientCheck.Run(new Net(1), data, new GradientCheckOptions { {|LW6008:DropoutFactor = 1|}, {|LW6008:RegularizationFactor = 0.5f|} });")]
    [InlineData("var usual = new GradientCheckOptions { Rows = 4 };\nvar options = usual with { {|LW6008:Step = 0.011f|} };")]
    [InlineData("var options = new SanityOptions { Gradients = new() { {|LW6008:DropoutFactor = 1|} } };")]
    [InlineData("const float wide = 0.02f;\nvar options = new GradientCheckOptions { {|LW6008:Step = wide|} };\nGradientCheck.Run(new Net(1), data, options);")]
    public async Task It_fires_on_the_setting(string statements) => await DataCode.VerifyAsync("LW6008", DataCode.Method(statements, Dropping));

    [Theory]
    [InlineData("GradientCheck.Run(new Net(1), data);")]
    [InlineData("GradientCheck.Run(new Net(1), data, new() { Step = 1e-2f });")]
    [InlineData("GradientCheck.Run(new Net(1), data, new() { Step = 1e-7f, DropoutFactor = 0, RegularizationFactor = 0 });")]
    [InlineData("GradientCheck.Run(new Net(1), data, new() { Step = data.Count, DropoutFactor = data.Count });")]
    [InlineData("GradientCheck.Run(new Net(1), data, new() { Rows = 100, EntriesPerParameter = 50 });")]
    public async Task It_is_silent_elsewhere(string statements) => await DataCode.VerifyAsync("LW6008", DataCode.Method(statements, Dropping));

    [Fact]
    public async Task It_is_silent_about_what_the_network_has_not() => await DataCode.VerifyAsync(
        "LW6008", DataCode.Method("GradientCheck.Run(new Net(1), data, new() { DropoutFactor = 1, RegularizationFactor = 1 });"));

    [Theory]
    [InlineData("Step = 0.1f", "Step of this gradient check is 0.1: the difference measures curvature and steps over kinks; use 1e-7 to 0.01")]
    [InlineData("Step = 1e-9f", "Step of this gradient check is 1e-9: the difference drowns in rounding; use 1e-7 to 0.01")]
    [InlineData("DropoutFactor = 1", "DropoutFactor of this gradient check is 1: dropped units hide the gradients behind them; leave it at 0")]
    [InlineData("RegularizationFactor = 2", "RegularizationFactor of this gradient check is 2: the penalty's own gradient can hide a wrong one of the data; leave it at 0")]
    public async Task It_is_a_hint_that_says_what_is_right(string setting, string message)
    {
        var run = await DataCode.VerifyAsync("LW6008", DataCode.Method($"GradientCheck.Run(new Net(1), data, new() {{ {{|LW6008:{setting}|}} }});", Dropping));
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.Equal(message, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
