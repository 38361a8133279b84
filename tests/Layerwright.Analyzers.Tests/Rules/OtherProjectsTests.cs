using Layerwright.Testing.Analyzers;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules;

/// <summary>Blocks from another project, as source (an IDE's reference) and as metadata (a package's).</summary>
public class OtherProjectsTests
{
    private const string Blocks = """
        [Block]
        [Dense(8)]
        [ReLU]
        [Dense(8, Init = Init.Xavier)]
        public class Inner;
        """;

    private const string Network = """
        [Network]
        [Input(4)]
        [Residual<Inner>]
        [ReLU]
        [Dense(2)]
        [SoftmaxCrossEntropy]
        public partial class Net;
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_needs_the_user_is_said_there_and_what_the_block_shows_alone_is_not(bool isSource)
    {
        var run = await RunAsync(Blocks, Network, isSource);
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal("LW1011", diagnostic.Id);
        Assert.Empty(diagnostic.AdditionalLocations);

        run = await RunAsync(Blocks, Network.Replace("Input(4)", "Input(8)", StringComparison.Ordinal), isSource);
        Assert.Equal(["LW3001", "LW4001"], run.Analyzers.Select(found => found.Id).Order(StringComparer.Ordinal));
        Assert.All(run.Analyzers, found => Assert.Contains("Inner.Dense2", found.GetMessage()));
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task An_error_in_a_compiled_block_is_said_at_the_use_since_nobody_else_would()
    {
        var run = await RunAsync(Blocks.Replace("[Dense(8)]", "[Dense(0)]", StringComparison.Ordinal), Network.Replace("Input(4)", "Input(8)", StringComparison.Ordinal), isSource: false);
        Assert.Equal("LW0008", Assert.Single(run.Analyzers).Id);
    }

    private static async Task<AnalyzerRun> RunAsync(string library, string user, bool isSource)
    {
        var solution = TestWorkspace.Create([[library], [user]]);
        var (blocks, project) = (solution.Projects.First(), solution.Projects.Last());
        if (isSource)
        {
            return await AnalyzerRun.OfAsync(project.AddProjectReference(new ProjectReference(blocks.Id)));
        }

        var image = new MemoryStream();
        var compilation = (await blocks.GetCompilationAsync())!;
        Assert.True(compilation.Emit(image).Success);
        return await AnalyzerRun.OfAsync(project.AddMetadataReference(MetadataReference.CreateFromImage(image.ToArray())));
    }
}
