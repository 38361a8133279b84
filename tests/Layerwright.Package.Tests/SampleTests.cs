using System.Globalization;
using System.Text.RegularExpressions;

namespace Layerwright.Package.Tests;

[Trait("Category", "Package")]
public sealed partial class SampleTests(PackageFixture fixture)
{
    /// <summary>The folder with the images that ship.</summary>
    public static string Images { get; } = Path.Combine(BuildSettings.RepositoryRoot, "samples", "FashionMnist", "Data");

    [Theory(Explicit = true)]
    [InlineData("mlp", 86.0)]
    [InlineData("lenet", 87.0)]
    [InlineData("resnet", 87.0)]
    public async Task The_sample_recognises_most_images_and_its_saved_network_is_the_one_it_trained(string model, double least)
    {
        var run = (await RunSampleAsync("--model", model)).Succeeds();
        var accuracy = Accuracy().Match(run.Output);
        Assert.True(accuracy.Success, run.ToString());
        Assert.InRange(double.Parse(accuracy.Groups[1].Value, CultureInfo.InvariantCulture), least, 100.0);
        Assert.Contains("for 2,000 of 2,000 images", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(fixture.Workspace, "fashion.safetensors")));
    }

    [Fact(Explicit = true)]
    public async Task A_folder_that_lacks_a_file_is_named_with_the_file_and_without_a_stack_trace()
    {
        string folder = Directory.CreateDirectory(Path.Combine(fixture.Workspace, "no-labels")).FullName;
        File.Copy(Path.Combine(Images, "train-images-idx3-ubyte.gz"), Path.Combine(folder, "train-images-idx3-ubyte.gz"));
        var run = await RunSampleAsync("--data", folder);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"{folder} holds neither train-labels-idx1-ubyte.gz nor train-labels-idx1-ubyte.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public async Task A_folder_that_does_not_exist_is_named()
    {
        string folder = Path.Combine(fixture.Workspace, "nowhere");
        var run = await RunSampleAsync("--data", folder);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"Directory does not exist: '{folder}'.", run.Output, StringComparison.Ordinal);
    }

    private Task<CommandResult> RunSampleAsync(params string[] arguments) => Samples.RunAsync(fixture, "FashionMnist", arguments);

    [GeneratedRegex(@"^Test accuracy (\d+\.\d+) %", RegexOptions.Multiline)]
    private static partial Regex Accuracy();
}
