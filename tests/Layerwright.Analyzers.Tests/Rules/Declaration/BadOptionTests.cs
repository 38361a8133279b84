using Layerwright.Analyzers.Tests.Harness;
using Layerwright.Testing.Analyzers;

namespace Layerwright.Analyzers.Tests.Rules.Declaration;

/// <summary>LW0014: an option of ours with a value it cannot have.</summary>
public class BadOptionTests
{
    private const string Silent = "[Network, Input(4), Dense(2)]\npublic partial class Net;";
    private const string Marked = "[Network, Input(4), Dense(2)]\npublic partial class {|LW0014:Net|};";

    [Theory]
    [InlineData("layerwright.profile = loud", "layerwright.profile is 'loud', but it must be quiet, default or strict; default is used")]
    [InlineData("layerwright.profile =", "layerwright.profile is '', but it must be quiet, default or strict; default is used")]
    [InlineData("layerwright.profle = quiet", "layerwright.profle is 'quiet', but there is no such option; did you mean layerwright.profile?")]
    [InlineData("layerwrigth.profile = quiet", "layerwrigth.profile is 'quiet', but there is no such option; did you mean layerwright.profile?")]
    [InlineData("layerwright.volume = 3", "layerwright.volume is '3', but there is no such option; there are layerwright.profile and the thresholds on the rules' pages")]
    [InlineData("layerwright.comments = none", "layerwright.comments is 'none', but it is set in the project file, as <LayerwrightComments>")]
    [InlineData("layerwright.LW0001.size = 3", "layerwright.LW0001.size is '3', but LW0001 has no options")]
    [InlineData("layerwright.LW1016.shares = 0.5", "layerwright.LW1016.shares is '0.5', but LW1016 has only share or parameters")]
    [InlineData("layerwright.LW1016.share = much", "layerwright.LW1016.share is 'much', but it must be a number between 0 and 1; 0.8 is used")]
    [InlineData("layerwright.LW1016.share = 1.5", "layerwright.LW1016.share is '1.5', but it must be a number between 0 and 1; 0.8 is used")]
    [InlineData("layerwright.LW1016.share = NaN", "layerwright.LW1016.share is 'NaN', but it must be a number between 0 and 1; 0.8 is used")]
    [InlineData("layerwright.LW1016.share = 0,5", "layerwright.LW1016.share is '0,5', but it must be a number between 0 and 1; 0.8 is used")]
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
    [InlineData("layers.profile = quiet")]
    [InlineData("layerwright.LW1016.share = 0.5")]
    [InlineData("layerwright.lw1016.SHARE = 1")]
    public Task What_may_be_set_is_left_alone(string setting) => Verify.OnlyWithOptionsAsync("LW0014", setting, Silent);

    [Theory]
    [InlineData("LayerwrightProfile = loud", "LayerwrightProfile is 'loud', but it must be quiet, default or strict; default is used")]
    [InlineData("LayerwrightComments = false", "LayerwrightComments is 'false', but it must be none, summary or full; full is used")]
    [InlineData("LayerwrightWinograd = 0", "LayerwrightWinograd is '0', but it must be true or false; true is used")]
    [InlineData("LayerwrightChecks = yes", "LayerwrightChecks is 'yes', but it must be true or false; false is used")]
    [InlineData("LayerwrightWinogard = false", "layerwrightwinogard is 'false', but there is no such property; did you mean LayerwrightWinograd?")]
    [InlineData("LayerwrightComment = none", "layerwrightcomment is 'none', but there is no such property; did you mean LayerwrightComments?")]
    [InlineData("LayerwrightCompiledAhead = no", "LayerwrightCompiledAhead is 'no', but it must be true or false; true is used")]
    [InlineData("LayerwrightCompileAhead = false", "layerwrightcompileahead is 'false', but there is no such property; did you mean LayerwrightCompiledAhead?")]
    [InlineData("LayerwrightCheck = true", "layerwrightcheck is 'true', but there is no such property; did you mean LayerwrightChecks?")]
    public async Task A_projects_property_is_checked_too(string property, string message)
    {
        var run = await Verify.OnlyWithOptionsAsync("LW0014", OfProject(property), Marked);
        Assert.Equal(message, Assert.Single(run.Analyzers).GetMessage(), ignoreCase: true);
    }

    [Theory]
    [InlineData("LayerwrightProfile =")]
    [InlineData("LayerwrightProfile = STRICT")]
    [InlineData("LayerwrightComments = none")]
    [InlineData("LayerwrightWinograd = False")]
    [InlineData("LayerwrightChecks =")]
    [InlineData("LayerwrightCompiledAhead = FALSE")]
    [InlineData("LayerwrightVersion = 1.2.3")] // a property of the user's own
    [InlineData("Layerwright = on")]
    [InlineData("TargetFramework = net10.0")]
    public Task A_projects_property_that_may_be_is_left_alone(string property) => Verify.OnlyWithOptionsAsync("LW0014", OfProject(property), Silent);

    [Fact]
    public Task A_project_without_networks_says_it_at_the_beginning_of_its_first_file() => Verify.OnlyWithOptionsAsync(
        "LW0014", OfProject("LayerwrightChecks = yes"), "{|LW0014:|}class Tests;", "class MoreTests;");

    [Fact]
    public async Task A_project_that_does_not_know_the_library_is_left_alone()
    {
        var project = TestWorkspace.Create([["class Program;"]], withLibrary: false).WithOptions("layerwright.profile = loud").Projects.Single();

        Assert.Empty((await AnalyzerRun.OfAsync(project)).Analyzers);
    }

    private static string OfProject(string property) => $"is_global = true\nbuild_property.{property}\n";

    [Fact]
    public Task One_that_many_networks_share_is_said_once() => Verify.OnlyWithOptionsAsync(
        "LW0014",
        "layerwright.profile = loud",
        "[Block, Dense(4)]\nclass {|LW0014:Inner|};\n\n[Network, Input(4), Use<Inner>]\npublic partial class Net;",
        Silent.Replace("Net", "Other", StringComparison.Ordinal));

    [Fact]
    public Task One_of_a_file_without_networks_is_said_at_its_beginning() => Verify.OnlyWithOptionsAsync(
        "LW0014", "[File1.cs]\nlayerwright.profile = loud\n", Silent, "{|LW0014:|}class Settings;");

    [Fact]
    public Task One_of_a_generated_file_alone_is_left_alone() => Verify.OnlyWithOptionsAsync(
        "LW0014", "[File1.cs]\nlayerwright.profile = loud\n", Silent, "// <auto-generated/>\nclass Settings;");
}
