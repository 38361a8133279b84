using Layerwright.Testing.Analyzers;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules;

/// <summary><c>layerwright.profile</c>: how much is said.</summary>
public class ProfileTests
{
    /// <summary>Without a loss LW4001 is a hint.</summary>
    private const string Hint = "[Network, Input(4), Dense(8), ReLU, Dense(2)]\npublic partial class Net;";
    private const string Contested = "[Network, Input(4), Dense(8), ReLU, Dense(2), MeanSquaredError]\npublic partial class Net;";
    private const string Uncontested = "[Network, Input(4), Dense(8), BatchNorm, Sigmoid, Dense(2)]\npublic partial class Net;";
    private const string Error = "[Network, Input(4), Dense(0)]\npublic partial class Net;";

    [Theory]
    [InlineData("LW4001", Hint, null, DiagnosticSeverity.Info)]
    [InlineData("LW4001", Hint, "default", DiagnosticSeverity.Info)]
    [InlineData("LW4001", Hint, "quiet", null)]
    [InlineData("LW4001", Hint, "strict", DiagnosticSeverity.Warning)]
    [InlineData("LW4001", Contested, null, DiagnosticSeverity.Warning)]
    [InlineData("LW4001", Contested, "quiet", DiagnosticSeverity.Info)]
    [InlineData("LW4001", Contested, "strict", DiagnosticSeverity.Warning)]
    [InlineData("LW2001", Uncontested, "quiet", DiagnosticSeverity.Warning)]
    [InlineData("LW0008", Error, "quiet", DiagnosticSeverity.Error)]
    public async Task It_sets_the_severity(string id, string source, string? profile, DiagnosticSeverity? expected)
    {
        foreach (string settings in new[] { $"layerwright.profile = {profile}", $"is_global = true\nbuild_property.LayerwrightProfile = {profile}\n" })
        {
            var solution = TestWorkspace.Create(source);
            solution = profile is null ? solution : solution.WithOptions(settings);
            Assert.Equal(expected, await SeverityAsync(solution, id));
        }
    }

    [Theory]
    [InlineData("quiet")]
    [InlineData("strict")]
    public async Task A_severity_set_by_the_rules_id_is_kept(string profile)
    {
        var solution = TestWorkspace.Create(Hint).WithOptions($"layerwright.profile = {profile}\ndotnet_diagnostic.LW4001.severity = error");
        Assert.Equal(DiagnosticSeverity.Error, await SeverityAsync(solution, "LW4001"));
    }

    private static async Task<DiagnosticSeverity?> SeverityAsync(Solution solution, string id)
    {
        var run = await AnalyzerRun.OfAsync(solution.Projects.Single());
        return run.Analyzers.SingleOrDefault(diagnostic => diagnostic.Id == id)?.Severity;
    }
}
