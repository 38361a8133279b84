using Layerwright.Testing.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Layerwright.Generators.Tests.Emission;

/// <summary>The settings of a user's project do not reach into generated code.</summary>
public class LanguageSettingsTests
{
    private const string Network =
        """
        [Network]
        [ImageInput(6, 6, 2)]
        [Conv2D(4, 3)]
        [BatchNorm]
        [ReLU]
        [Dropout(0.25)]
        [Flatten]
        [Dense(3)]
        [SoftmaxCrossEntropy]
        public partial class Net;
        """;

    private static readonly string s_default = GeneratorRun.Of(Network).EnsureClean().Source;

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Default)]
    [InlineData(LanguageVersion.Latest)]
    [InlineData(LanguageVersion.LatestMajor)]
    [InlineData(LanguageVersion.Preview)]
    public void It_is_the_same_and_compiles_as_every_version_of_the_language_from_the_required_on(LanguageVersion version) =>
        Assert.Equal(s_default, GeneratorRun.Of(AsVersion(SourceCompilation.Create(Network), version)).EnsureClean().Source);

    [Theory]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp7_3)]
    public void Nothing_is_written_for_an_older_version(LanguageVersion version) =>
        Assert.Empty(GeneratorRun.Of(AsVersion(SourceCompilation.Create(Network), version)).Sources);

    [Theory]
    [InlineData(NullableContextOptions.Disable, true)]
    [InlineData(NullableContextOptions.Warnings, false)]
    [InlineData(NullableContextOptions.Annotations, true)]
    public void It_is_the_same_and_compiles_whatever_the_project_says_of_null_and_overflow(NullableContextOptions nullable, bool isChecked)
    {
        var compilation = SourceCompilation.Create(Network);
        var options = compilation.Options.WithNullableContextOptions(nullable).WithOverflowChecks(isChecked).WithAllowUnsafe(isChecked);
        Assert.Equal(s_default, GeneratorRun.Of(compilation.WithOptions(options)).EnsureClean().Source);
    }

    private static CSharpCompilation AsVersion(CSharpCompilation compilation, LanguageVersion version)
    {
        var options = SourceCompilation.ParseOptions.WithLanguageVersion(version);
        return compilation.RemoveAllSyntaxTrees()
            .AddSyntaxTrees(compilation.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.GetText(), options, tree.FilePath)));
    }
}
