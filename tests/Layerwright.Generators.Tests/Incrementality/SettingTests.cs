using Layerwright.Testing.Compiling;
using Microsoft.CodeAnalysis;

namespace Layerwright.Generators.Tests.Incrementality;

/// <summary>A setting that changes writes the networks again; one that stays, or is not ours, writes nothing.</summary>
public class SettingTests
{
    private static readonly GeneratorRun s_first = GeneratorRun.Of(
        SourceCompilation.Create(Networks.Mlp, Networks.AroundBlock, Networks.Block), settings: new(("LayerwrightComments", "full"), ("Nullable", "enable")));

    [Theory]
    [InlineData("LayerwrightComments", "none")]
    [InlineData("LayerwrightComments", "summary")]
    public void One_that_changes_the_code_writes_it_again(string name, string value)
    {
        var again = s_first.Again(new ProjectSettings((name, value))).EnsureClean();

        Assert.Equal(2, again.OutputReasons.Count(reason => reason == IncrementalStepRunReason.Modified));
        Assert.All(again.Sources, source => Assert.NotEqual(s_first.Sources[source.Key], source.Value));
    }

    [Fact]
    public void Equal_settings_of_another_build_write_nothing() =>
        AssertUntouched(s_first.Again(new ProjectSettings(("LayerwrightComments", "Full"), ("LayerwrightWinograd", ""), ("Nullable", "disable"))));

    [Fact]
    public void One_that_comes_out_the_same_changes_no_output()
    {
        // Neither network has a convolution.
        var again = s_first.Again(new ProjectSettings(("LayerwrightWinograd", "false")));

        Assert.Contains(IncrementalStepRunReason.Modified, again.Reasons(TrackingNames.Options));
        Assert.All(again.OutputReasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    private static void AssertUntouched(GeneratorRun again)
    {
        Assert.All(again.Reasons(TrackingNames.Options), reason => Assert.Equal(IncrementalStepRunReason.Unchanged, reason));
        Assert.All(again.OutputReasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.NotEmpty(again.OutputReasons);
    }
}
