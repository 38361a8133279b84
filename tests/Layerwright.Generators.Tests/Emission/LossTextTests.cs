using System.Text.RegularExpressions;
using Layerwright.Testing.Compiling;

namespace Layerwright.Generators.Tests.Emission;

/// <summary>How a loss stands in the generated code: its kernel, its arguments as literals, what it takes.</summary>
public class LossTextTests
{
    [Theory]
    [InlineData("SoftmaxCrossEntropy", "SoftmaxCrossEntropy.Run(block.Rows, {0}, in loss, {1});", "LabelsOrProbabilities")]
    [InlineData("SoftmaxCrossEntropy(LabelSmoothing = 0)", "SoftmaxCrossEntropy.Run(block.Rows, {0}, in loss, {1});", "LabelsOrProbabilities")]
    [InlineData("SoftmaxCrossEntropy(LabelSmoothing = 0.1)", "SoftmaxCrossEntropy.Run(block.Rows, {0}, in loss, {1}, labelSmoothing: 0.1f);", "LabelsOrProbabilities")]
    [InlineData("MulticlassHinge", "MulticlassHinge.Run(block.Rows, {0}, in loss, {1}, margin: 1f, squared: false);", "Labels")]
    [InlineData("MulticlassHinge(Margin = 0.5, Squared = true)", "MulticlassHinge.Run(block.Rows, {0}, in loss, {1}, margin: 0.5f, squared: true);", "Labels")]
    [InlineData("MeanAbsoluteError", "MeanAbsoluteError.Run(block.Rows, {0}, in loss, {1});", "Values")]
    [InlineData("Huber", "Huber.Run(block.Rows, {0}, in loss, {1}, delta: 1f);", "Values")]
    [InlineData("Huber(delta: 0.25)", "Huber.Run(block.Rows, {0}, in loss, {1}, delta: 0.25f);", "Values")]
    public void A_loss_is_one_call_with_its_arguments_as_literals(string loss, string call, string target)
    {
        string text = Generate(loss);

        // A long call stands one argument a line.
        string joined = Regex.Replace(text, @"\s+", " ").Replace("( ", "(");
        string pattern = Regex.Escape("LwKernels::" + call).Replace(@"\{0}", @"block\.Tensor\(\d+\)");
        Assert.Single(Regex.Matches(joined, pattern.Replace(@"\{1}", "default")));
        Assert.Single(Regex.Matches(joined, pattern.Replace(@"\{1}", @"block\.Tensor\(\d+\)")));
        Assert.Contains($"Target = LwRuntime::TargetKind.{target},", Lines(text));
    }

    [Theory]
    [InlineData("SoftmaxCrossEntropy", null)]
    [InlineData("SoftmaxCrossEntropy(IgnoreLabel = 0)", "IgnoreLabel = 0,")]
    [InlineData("SoftmaxCrossEntropy(IgnoreLabel = -100)", "IgnoreLabel = -100,")]
    [InlineData("SoftmaxCrossEntropy(IgnoreLabel = int.MaxValue)", "IgnoreLabel = 2147483647,")]
    public void A_label_is_ignored_where_that_is_written_though_it_be_0(string loss, string? line) =>
        Assert.Equal(line is null ? [] : [line], Lines(Generate(loss)).Where(found => found.StartsWith("IgnoreLabel", StringComparison.Ordinal)));

    private static string Generate(string loss) =>
        Assert.Single(GeneratorRun.Of($"[Network] [Input(4)] [Dense(3)] [{loss}] public partial class Net;").EnsureClean().Sources.Values);

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(line => line.Trim());
}
