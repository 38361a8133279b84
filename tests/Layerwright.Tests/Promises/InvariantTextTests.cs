using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.Tests.Promises;

/// <summary>The library writes numbers alike on every machine.</summary>
public class InvariantTextTests
{
    [Fact]
    public void No_text_of_the_library_takes_the_machines_decimal_sign() => Assert.Empty(Cultured(LibrarySource.Compile()));

    [Theory]
    [InlineData("string T(float x) => $\"{x}\";", true)]
    [InlineData("string T(double? x) => $\"{x:g3}\";", true)]
    [InlineData("string T(int x) => $\"{x:n0}\";", true)]
    [InlineData("string T(int x) => $\"{x}\";", false)]
    [InlineData("string T(uint x) => $\"0x{x:X8}\";", false)]
    [InlineData("string T(float x) => FormattableString.Invariant($\"{x}\");", false)]
    [InlineData("string T(float x) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $\"{x}\");", false)]
    public void A_number_that_is_written_as_the_machine_likes_is_found(string method, bool isFound) =>
        Assert.Equal(isFound ? 1 : 0, Cultured(LibrarySource.Compile([("Data/Probe.cs", $"class Probe {{ {method} }}")])).Count);

    private static IReadOnlyList<string> Cultured(CSharpCompilation compilation) =>
    [
        .. from tree in compilation.SyntaxTrees
           let model = compilation.GetSemanticModel(tree)
           from text in tree.GetRoot().DescendantNodes().OfType<InterpolatedStringExpressionSyntax>()
           where text.Parent is not CastExpressionSyntax && model.GetTypeInfo(text).ConvertedType?.SpecialType == SpecialType.System_String
           from hole in text.Contents.OfType<InterpolationSyntax>()
           where DependsOnCulture(model.GetTypeInfo(hole.Expression).Type, hole.FormatClause?.FormatStringToken.Text)
           select $"{tree.FilePath}, line {hole.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: {hole}",
    ];

    /// <summary>Numbers with a fraction do, whole ones where they are grouped.</summary>
    private static bool DependsOnCulture(ITypeSymbol? type, string? format) =>
        (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type)?.SpecialType switch
        {
            SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal => true,
            SpecialType.System_Int32 or SpecialType.System_Int64 => format is not null && "nNpPcCfF".Contains(format[0]),
            _ => false,
        };
}
