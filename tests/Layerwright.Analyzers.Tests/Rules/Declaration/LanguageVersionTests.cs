using Layerwright.Testing.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Layerwright.Analyzers.Tests.Rules.Declaration;

public class LanguageVersionTests
{
    private const string Source = "using Layerwright;\n\nnamespace Test\n{\n    [Network]\n    [Input(4)]\n    [Dense(2)]\n    public partial class Net\n    {\n    }\n}\n";

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3, "C# 7.3")]
    [InlineData(LanguageVersion.CSharp9, "C# 9")]
    [InlineData(LanguageVersion.CSharp11, "C# 11")]
    public async Task A_language_version_that_is_too_old_is_said_at_the_marker(LanguageVersion version, string text)
    {
        var run = await RunAsync(version);
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal("LW0013", diagnostic.Id);
        Assert.Equal("Network", Source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
        Assert.Contains("needs C# 12", diagnostic.GetMessage());
        Assert.Contains(text, diagnostic.GetMessage());
        Assert.Empty(run.Errors);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Preview)]
    public async Task From_C_sharp_12_on_it_is_silent_and_the_generated_code_compiles(LanguageVersion version)
    {
        var run = await RunAsync(version);
        Assert.Empty(run.Analyzers);
        Assert.Empty(run.Errors);
    }

    private static Task<AnalyzerRun> RunAsync(LanguageVersion version)
    {
        var project = TestWorkspace.Create([[Source]], withUsings: false).Projects.Single();
        var options = (CSharpCompilationOptions)project.CompilationOptions!;
        return AnalyzerRun.OfAsync(project
            .WithParseOptions(CSharpParseOptions.Default.WithLanguageVersion(version))
            .WithCompilationOptions(options.WithNullableContextOptions(version < LanguageVersion.CSharp8 ? NullableContextOptions.Disable : NullableContextOptions.Enable)));
    }
}
