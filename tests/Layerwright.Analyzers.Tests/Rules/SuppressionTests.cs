using Layerwright.Testing.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.Analyzers.Tests.Rules;

/// <summary>The usual ways to set a severity, besides pragma and compiler options.</summary>
public class SuppressionTests
{
    private const string Source = "[Network]\n[Input(4)]\n[Dense(8)]\n[BatchNorm]\n[Sigmoid]\n[Dense(2)]\npublic partial class Net;";

    [Fact]
    public async Task An_attribute_on_the_class_suppresses_a_warning()
    {
        const string Attribute = "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Layerwright.Activations\", \"LW2001\")]\n";
        Assert.NotEmpty((await AnalyzerRun.OfAsync(TestWorkspace.Create(Source).Projects.Single())).Analyzers);
        Assert.Empty((await AnalyzerRun.OfAsync(TestWorkspace.Create(Attribute + Source).Projects.Single())).Analyzers);
    }

    [Theory]
    [InlineData("dotnet_diagnostic.LW2001.severity = none", null)]
    [InlineData("dotnet_diagnostic.LW2001.severity = suggestion", DiagnosticSeverity.Info)]
    [InlineData("dotnet_diagnostic.LW2001.severity = error", DiagnosticSeverity.Error)]
    [InlineData("dotnet_analyzer_diagnostic.category-Layerwright.Activations.severity = error", DiagnosticSeverity.Error)]
    public async Task An_editorconfig_sets_it(string setting, DiagnosticSeverity? severity)
    {
        var run = await WithConfigAsync(Source, setting);
        Assert.Equal(severity, run.Analyzers.SingleOrDefault()?.Severity);
    }

    [Fact]
    public async Task An_editorconfig_does_not_touch_what_no_code_can_be_generated_with()
    {
        var run = await WithConfigAsync(Source.Replace("Dense(8)", "Dense(0)", StringComparison.Ordinal), "dotnet_diagnostic.LW0008.severity = none");
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(run.Analyzers).Severity);
    }

    private static Task<AnalyzerRun> WithConfigAsync(string source, string setting)
    {
        var solution = TestWorkspace.Create(source);
        var id = DocumentId.CreateNewId(solution.ProjectIds[0]);
        var text = SourceText.From($"root = true\n[*.cs]\n{setting}\n");
        return AnalyzerRun.OfAsync(solution.AddAnalyzerConfigDocument(id, ".editorconfig", text, filePath: "/Project0/.editorconfig").Projects.Single());
    }
}
