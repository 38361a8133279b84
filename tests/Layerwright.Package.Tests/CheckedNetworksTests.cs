namespace Layerwright.Package.Tests;

/// <summary>A user's test project with <c>LayerwrightChecks</c>: tests of the networks of the project that it references, and its own.</summary>
[Trait("Category", "Package")]
public sealed class CheckedNetworksTests(PackageFixture fixture)
{
    private const string Own =
        """
        using Layerwright;

        [Network]
        [Input(4)]
        [Dense(8)]
        [Tanh]
        [Dense(2)]
        internal partial class Policy;
        """;

    /// <summary>A part of the class that is written, with a test of the user's own.</summary>
    private const string Part =
        """
        public partial class XorChecks
        {
            [Xunit.Fact]
            public void It_has_two_inputs() => Xunit.Assert.Equal(2, Xor.InputLength);
        }
        """;

    [Fact(Explicit = true)]
    public async Task Every_network_in_sight_is_tested_and_a_misspelt_option_is_warned_of()
    {
        var models = await fixture.CreateConsumerAsync("Models", ("Xor.cs", Sources.Xor), ("Program.cs", Sources.TrainXor));
        var tests = await fixture.CreateConsumerAsync("ModelsTests", ("Policy.cs", Own), ("XorChecks.cs", Part));
        tests.Write("ModelsTests.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <LayerwrightChecks>true</LayerwrightChecks>
                <LayerwrightCommnets>none</LayerwrightCommnets>
                <LayerwrightVersion>{fixture.Version}</LayerwrightVersion>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Layerwright" Version="$(LayerwrightVersion)" />
                <PackageReference Include="xunit.v3" Version="{typeof(FactAttribute).Assembly.GetName().Version!.ToString(3)}" />
                <ProjectReference Include="../{Path.GetFileName(models.Folder)}/Models.csproj" />
              </ItemGroup>
            </Project>
            """);

        var build = (await tests.BuildAsync()).Succeeds();
        Assert.Contains("warning LW0014: layerwrightcommnets is 'none', but there is no such property; did you mean LayerwrightComments?", build.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("LayerwrightVersion is", build.Output, StringComparison.OrdinalIgnoreCase);

        // Six of Xor and the user's own; five of Policy, which has no loss.
        var run = (await tests.RunAsync("run", "--no-build", "--", "-trait", "Category=Layerwright")).Succeeds();
        Assert.Matches(@"Total: 12, Errors: 0, Failed: 0, Skipped: 0", run.Output);
    }
}
