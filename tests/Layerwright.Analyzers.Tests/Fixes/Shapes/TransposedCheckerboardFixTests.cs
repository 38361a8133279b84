using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Shapes;
using Layerwright.Testing.Analyzers;

namespace Layerwright.Analyzers.Tests.Fixes.Shapes;

public class TransposedCheckerboardFixTests
{
    [Theory]
    [InlineData("Use kernel 4", "4, 3, Stride = 2, Pad = 1, OutputPadding = 1", "4, 4, Stride = 2, Pad = 1")]
    [InlineData("Use kernel 4", "4, 3, Stride = 2", "4, 4, Stride = 2, Pad = 1, OutputPadding = 1")]
    [InlineData("Use kernel 6", "4, 5, Stride = 3, Pad = 1", "4, 6, Stride = 3, Pad = 2, OutputPadding = 1")]
    [InlineData("Use kernel 3", "4, 2, Stride = 3, OutputPadding = 2", "4, 3, Stride = 3, OutputPadding = 1")]
    [InlineData("Use kernelWidth 4", "4, 2, 3, Stride = 2, Pad = 1, OutputPaddingWidth = 1", "4, 2, 4, Stride = 2, Pad = 1")]
    [InlineData("Use kernelWidth 4", "4, 2, 3, Stride = 2", "4, 2, 4, Stride = 2, PadWidth = 1, OutputPaddingWidth = 1")]
    [InlineData("Use kernel 6", "4, 5, StrideHeight = 2, StrideWidth = 3", "4, 6, StrideHeight = 2, StrideWidth = 3, Pad = 1, OutputPadding = 1")]
    public async Task Kernel_and_padding_follow_and_the_size_stays(string title, string before, string after)
    {
        await VerifyFix.AloneAsync(new TransposedCheckerboardFix(), title, Network(before), Network(after));
        Assert.Equal(await SizeAsync(before), await SizeAsync(after));
    }

    [Fact]
    public Task Several_are_mended_together_in_blocks_too() => VerifyFix.AllInDocumentAsync(
        new TransposedCheckerboardFix(),
        "LW1013",
        Network("4, 3, Stride = 2, Name = \"Up\"") + "\n\n[Block]\n[ConvTranspose2D(kernel: 3, filters: 4, Stride = 2, Pad = 1, OutputPadding = 1)]\nclass Up;",
        Network("4, 4, Stride = 2, Name = \"Up\", Pad = 1, OutputPadding = 1") + "\n\n[Block]\n[ConvTranspose2D(kernel: 4, filters: 4, Stride = 2, Pad = 1)]\nclass Up;");

    /// <summary>What a pooling that is too large says of the image it gets.</summary>
    private static async Task<string> SizeAsync(string arguments)
    {
        var run = await AnalyzerRun.OfAsync(TestWorkspace.Create(
            $"[Network]\n[ImageInput(5, 5, 3)]\n[ConvTranspose2D({arguments})]\n[MaxPool2D(100)]\n[MeanSquaredError]\npublic partial class Net;").Projects.Single());
        return Assert.Single(run.Analyzers, found => found.Id == "LW1003").GetMessage();
    }

    private static string Network(string arguments) =>
        $"[Network]\n[ImageInput(5, 5, 3)]\n[ConvTranspose2D({arguments})] // grows\n[MeanSquaredError]\npublic partial class Net;";
}
