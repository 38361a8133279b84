using System.Reflection;
using Layerwright.Testing.Compiling;
using Microsoft.CodeAnalysis;

namespace Layerwright.Generators.Tests.Incrementality;

/// <summary>Nothing that the pipeline keeps holds on to symbols, syntax or a compilation.</summary>
public class ModelTests
{
    // All constants of the class: a step that is added is judged without being named here.
    private static readonly string[] s_steps =
    [
        .. typeof(TrackingNames).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(field => (string)field.GetRawConstantValue()!),
    ];

    [Fact]
    public void No_step_keeps_symbols_syntax_or_the_compilation()
    {
        // With every step that a setting can ask for.
        var run = GeneratorRun.Of(
            SourceCompilation.Create(Networks.AroundBlock, Networks.Block, Networks.Mlp, "[Network] [Dense(-1)] public partial class Broken;"),
            settings: new(("LayerwrightChecks", "true")));

        Assert.NotEmpty(s_steps);
        foreach (string step in s_steps)
        {
            var values = run.Result.TrackedSteps[step].SelectMany(tracked => tracked.Outputs).Select(output => output.Value).ToList();
            Assert.NotEmpty(values);
            Assert.Empty(values.SelectMany(ModelGraph.Forbidden));
        }
    }

    [Fact]
    public void The_walk_finds_what_is_forbidden_wherever_it_hides()
    {
        var compilation = SourceCompilation.Create("class C;");
        INamedTypeSymbol symbol = compilation.GetTypeByMetadataName("C")!;
        var tree = compilation.SyntaxTrees[0];

        Assert.NotEmpty(ModelGraph.Forbidden(symbol));
        Assert.NotEmpty(ModelGraph.Forbidden(new Holder(new List<object> { "name", symbol })));
        Assert.NotEmpty(ModelGraph.Forbidden(new Holder((1, tree.GetRoot()))));
        Assert.NotEmpty(ModelGraph.Forbidden(new Holder(new object[] { tree })));
        Assert.NotEmpty(ModelGraph.Forbidden(new Holder(tree.GetRoot().GetLocation())));
        Assert.NotEmpty(ModelGraph.Forbidden(new Holder(compilation)));
        Assert.NotEmpty(ModelGraph.Forbidden(new Holder(compilation.GetSemanticModel(tree))));
        Assert.Empty(ModelGraph.Forbidden(new Holder("name")));
    }

    private sealed record Holder(object Value);
}
