using Layerwright.Testing.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.Generators.Tests.Emission;

/// <summary>What generated code must and must not hold.</summary>
public class GeneratedCodeTests
{
    private static readonly GeneratorRun s_run = GeneratorRun.Of(Networks.Twenty, Networks.PreActivated, Networks.AroundBlock, Networks.Block).EnsureClean();

    // A Debug build neither optimises nor inlines the user's assembly: every loop must run in the library.
    [Fact]
    public void It_holds_no_loop()
    {
        Assert.Empty(s_run.Loops());
        Assert.NotEmpty(GeneratorRun.Of("[Network] [Input(1)] [Dense(1)] public partial class N;").GeneratedNodes());
    }

    [Fact]
    public void It_declares_no_type_that_a_kernel_is_instantiated_over()
    {
        foreach (var tree in s_run.Result.GeneratedSources.Select(source => source.SyntaxTree))
        {
            var model = s_run.Output.GetSemanticModel(tree);
            foreach (var type in tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(node => model.GetDeclaredSymbol(node)!))
            {
                Assert.Equal(TypeKind.Class, type.TypeKind);
                Assert.DoesNotContain(type.AllInterfaces, IsKernel);
            }

            var calls = tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Select(call => model.GetSymbolInfo(call).Symbol).OfType<IMethodSymbol>().Where(IsKernel).ToList();
            Assert.NotEmpty(calls);
            foreach (var argument in calls.SelectMany(call => call.TypeArguments).Where(argument => argument.TypeKind != TypeKind.TypeParameter))
            {
                Assert.NotEqual(s_run.Output.Assembly, argument.ContainingAssembly, SymbolEqualityComparer.Default);
            }
        }
    }

    private static bool IsKernel(ISymbol symbol) => symbol.ContainingNamespace.ToDisplayString() == "Layerwright.Kernels";

    [Fact]
    public void A_comment_says_where_a_gradient_is_added_to()
    {
        const string Network =
            "[Network] [ImageInput(4, 4, 2)] [Conv2D(3, 3)] [ZeroPadding2D(1, 1, 1, 1)] [Concat<Identity, Identity, Identity>] [Conv2D(2, 1)] [MeanSquaredError] public partial class N;";

        string[] parts = [.. GeneratorRun.Of(Network).EnsureClean().Source.Split('\n').Where(line => line.Contains("// concat1Gradient → zeropadding2d1Gradient", StringComparison.Ordinal))];

        Assert.Equal([false, true], parts.Select(part => part.TrimEnd().EndsWith(", plus what came before", StringComparison.Ordinal)));
    }

    [Fact]
    public void It_needs_no_unsafe_code()
    {
        Assert.False(s_run.Output.Options.AllowUnsafe);
        Assert.DoesNotContain(s_run.GeneratedNodes(), node => node.Kind() is SyntaxKind.PointerType or SyntaxKind.UnsafeStatement or SyntaxKind.FixedStatement);
    }

    [Fact]
    public void It_captures_nothing_and_reflects_on_nothing()
    {
        Assert.DoesNotContain(s_run.GeneratedNodes(), node => node is AnonymousFunctionExpressionSyntax);
        Assert.All(s_run.Sources.Values, text => Assert.DoesNotContain("System.Reflection", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Its_maths_can_be_stepped_through() =>
        Assert.All(s_run.Sources.Values, text => Assert.DoesNotContain("DebuggerNonUserCode", text, StringComparison.Ordinal));

    [Fact]
    public void Every_public_member_is_documented()
    {
        var members = s_run.Result.GeneratedSources.SelectMany(source => Members(source.SyntaxTree))
            .Where(member => member.DeclaredAccessibility == Accessibility.Public && member.ContainingType is { IsFileLocal: false, ContainingType: null }).ToList();

        Assert.InRange(members.Count, 20, int.MaxValue);
        Assert.All(members, member => Assert.Contains("<summary>", member.GetDocumentationCommentXml(), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_member_says_which_tool_wrote_it() =>
        Assert.All(s_run.Result.GeneratedSources.SelectMany(source => Members(source.SyntaxTree)).Where(member => member.ContainingType is { IsFileLocal: false, ContainingType: null }), member =>
            Assert.Contains(member.GetAttributes(), attribute => attribute.AttributeClass?.Name == "GeneratedCodeAttribute"));

    private static IEnumerable<ISymbol> Members(SyntaxTree tree)
    {
        var model = s_run.Output.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>()
            .Where(node => node is not BaseTypeDeclarationSyntax and not BaseNamespaceDeclarationSyntax)
            .SelectMany(node => node is FieldDeclarationSyntax field ? field.Declaration.Variables.Select(variable => model.GetDeclaredSymbol(variable)) : [model.GetDeclaredSymbol(node)])
            .OfType<ISymbol>();
    }

    [Theory]
    [InlineData("Twenty")]
    [InlineData("PreActivated")]
    public void Twenty_layers_are_fewer_than_1500_lines(string network) =>
        Assert.InRange(s_run.Sources[network + ".g.cs"].Split('\n').Length, 100, 1500);

    // Closing brackets come on top of what a line may hold.
    [Fact]
    public void A_call_of_a_kernel_is_wrapped_where_it_is_long()
    {
        var calls = s_run.Sources.Values.SelectMany(text => text.Split('\n')).Select(line => line.Trim())
            .Where(line => line.StartsWith("LwKernels::", StringComparison.Ordinal) || line.StartsWith("new LwKernels::", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.InRange(call.Length, 1, 118));
    }

    [Fact]
    public void Every_line_ends_alike_and_in_no_space() =>
        Assert.All(s_run.Sources.Values.SelectMany(text => text.Split('\n')), line => Assert.Equal(line.TrimEnd(), line));

    [Fact]
    public void Five_hundred_layers_compile()
    {
        var run = GeneratorRun.Of(Networks.Deep("Deep", 500)).EnsureClean();

        Assert.NotNull(LoadedAssembly.Of(run).Type("Deep"));
    }
}
