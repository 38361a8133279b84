using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Declaration;

/// <summary>LW0014: an option of ours with a value it cannot have.</summary>
public class BadOptionTests
{
    private const string Silent = "[Network, Input(4), Dense(2)]\npublic partial class Net;";
    private const string Marked = "[Network, Input(4), Dense(2)]\npublic partial class {|LW0014:Net|};";

    [Theory]
    [InlineData("layerwright.profile = loud", "layerwright.profile is 'loud', but it must be quiet, default or strict; its default is used")]
    [InlineData("layerwright.profile =", "layerwright.profile is '', but it must be quiet, default or strict; its default is used")]
    [InlineData("layerwright.profle = quiet", "layerwright.profle is 'quiet', but there is no such option; its default is used")]
    [InlineData("layerwright.LW0001.size = 3", "layerwright.LW0001.size is '3', but LW0001 has no options; its default is used")]
    public async Task It_names_option_value_and_what_would_be_right(string setting, string message)
    {
        var run = await Verify.OnlyWithOptionsAsync("LW0014", setting, Marked);
        Assert.Equal(message, Assert.Single(run.Analyzers).GetMessage());
    }

    [Theory]
    [InlineData("layerwright.profile = quiet")]
    [InlineData("layerwright.profile = Strict")]
    [InlineData("dotnet_diagnostic.LW4001.severity = none")]
    [InlineData("indent_size = 4")]
    public Task What_may_be_set_is_left_alone(string setting) => Verify.OnlyWithOptionsAsync("LW0014", setting, Silent);

    [Fact]
    public async Task A_project_property_is_checked_too()
    {
        var run = await Verify.OnlyWithOptionsAsync("LW0014", "is_global = true\nbuild_property.LayerwrightProfile = loud\n", Marked);
        Assert.StartsWith("LayerwrightProfile is 'loud'", Assert.Single(run.Analyzers).GetMessage());
        await Verify.OnlyWithOptionsAsync("LW0014", "is_global = true\nbuild_property.LayerwrightProfile =\n", Silent);
    }

    [Fact]
    public Task One_that_many_networks_share_is_said_once() => Verify.OnlyWithOptionsAsync(
        "LW0014",
        "layerwright.profile = loud",
        "[Block, Dense(4)]\nclass {|LW0014:Inner|};\n\n[Network, Input(4), Use<Inner>]\npublic partial class Net;",
        Silent.Replace("Net", "Other", StringComparison.Ordinal));

    [Fact]
    public Task One_of_a_file_without_networks_is_left_alone() => Verify.OnlyWithOptionsAsync(
        "LW0014", "[File1.cs]\nlayerwright.profile = loud\n", Silent, "class Settings;");
}
