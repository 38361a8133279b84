using Layerwright.Analyzers.Tests.Harness;
using Layerwright.Testing.Analyzers;
using Layerwright.Testing.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Layerwright.Analyzers.Tests.Rules.Training;

/// <summary>Networks of a library that a program refers to: what rules of calls know of them comes from their metadata.</summary>
public class LibraryNetworksTests
{
    private const string Program =
        "static class Session { public static object Run(Digits net) => new Trainer<Digits>(net, new Sgd { WeightDecay = 1e-4f }) { BatchSize = 1 }; }";

    [Fact]
    public async Task Their_layers_are_known_and_what_lies_elsewhere_is_no_additional_location()
    {
        var library = GeneratorRun.Of((CSharpCompilation)(await TestWorkspace.Create(Sessions.PenalizedDigits).Projects.Single().GetCompilationAsync())!).Output;
        var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        var program = TestWorkspace.Create(Program).Projects.Single().AddMetadataReference(MetadataReference.CreateFromImage(image.ToArray()));
        var run = await AnalyzerRun.OfAsync(program);
        Assert.Empty(run.Errors);
        Assert.Equal(["LW5004", "LW5006"], run.Analyzers.Select(found => found.Id));
        Assert.Contains("L2 = 0.0001 of Dense1 and 1 more layer", run.Analyzers[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(run.Analyzers[0].AdditionalLocations);
    }
}
