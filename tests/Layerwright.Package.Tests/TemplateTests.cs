using System.Globalization;
using System.Text.RegularExpressions;

namespace Layerwright.Package.Tests;

/// <summary>The templates, installed from their package where no other templates are, and what a person makes of them.</summary>
[Trait("Category", "Package")]
public sealed partial class TemplateTests(PackageFixture fixture)
{
    [Fact(Explicit = true)]
    public async Task A_new_project_builds_without_a_hint_trains_tests_saves_loads_and_predicts()
    {
        var shop = await InstallAsync("templates");
        (await shop.NewAsync("layerwright", "-n", "My-Thing")).Succeeds();
        string folder = Path.Combine(shop.Folder, "My-Thing");
        Assert.Contains($"""<PackageReference Include="Layerwright" Version="{fixture.Version}" />""", await File.ReadAllTextAsync(Path.Combine(folder, "My-Thing.csproj")), StringComparison.Ordinal);
        string left = string.Concat(Directory.EnumerateFiles(folder, "*.cs*").Select(File.ReadAllText));
        Assert.DoesNotContain("#if", left, StringComparison.Ordinal);
        Assert.DoesNotContain("[Dense(64)]", left, StringComparison.Ordinal);

        // Hints raised to warnings, and warnings to errors.
        (await Dotnet.RunAsync(folder, "build", "-warnaserror", "-p:LayerwrightProfile=strict")).Succeeds();
        Assert.Single(Directory.EnumerateFiles(Path.Combine(folder, "obj"), "PenguinNet.g.cs", SearchOption.AllDirectories));

        string output = (await Dotnet.RunAsync(folder, "run", "--no-build")).Succeeds().Output;
        Assert.Contains("219 penguins to train on, 55 to watch the training by, 68 to test with", output, StringComparison.Ordinal);
        Assert.Equal(15, Epoch().Count(output));
        Assert.InRange(Number(Trained().Match(output)), 0, 10);
        Assert.InRange(Number(Accuracy().Match(output)), 94, 100);
        Assert.Matches(@"(?m)^0 Adelie +\d+ +\d+ +\d+ ", output);
        Assert.InRange(Number(Gentoo().Match(output)), 90, 100);
        Assert.DoesNotMatch(@"LW\d{4}", output);
        Assert.All((string[])["penguins.safetensors", "report.html"], file => Assert.True(File.Exists(Path.Combine(folder, file)), file));
    }

    [Fact(Explicit = true)]
    public async Task A_deep_project_and_classes_added_to_it_build_without_a_hint()
    {
        var shop = await InstallAsync("more-templates");
        (await shop.NewAsync("layerwright", "-n", "Deep", "--network", "deep")).Succeeds();
        var project = shop with { Folder = Path.Combine(shop.Folder, "Deep") };
        Assert.Equal(2, Regex.Count(await File.ReadAllTextAsync(Path.Combine(project.Folder, "PenguinNet.cs")), @"\[Dense\(64\)\]"));

        (await project.NewAsync("layerwright-network", "-n", "Digits", "--inputs", "64", "--outputs", "10")).Succeeds();
        (await project.NewAsync("layerwright-network", "-n", "house-price", "--inputs", "13", "--outputs", "1", "--task", "regression")).Succeeds();
        string digits = await File.ReadAllTextAsync(Path.Combine(project.Folder, "Digits.cs")), price = await File.ReadAllTextAsync(Path.Combine(project.Folder, "house-price.cs"));
        Assert.Contains("namespace Deep;", digits, StringComparison.Ordinal);
        Assert.All((string[])["[Input(64)]", "[Dense(10)]", "[SoftmaxCrossEntropy]", "class Digits;"], text => Assert.Contains(text, digits, StringComparison.Ordinal));
        Assert.All((string[])["[Input(13)]", "[Dense(1)]", "[MeanSquaredError]", "class house_price;"], text => Assert.Contains(text, price, StringComparison.Ordinal));

        (await Dotnet.RunAsync(project.Folder, "build", "-warnaserror", "-p:LayerwrightProfile=strict")).Succeeds();
        Assert.Equal(3, Directory.EnumerateFiles(Path.Combine(project.Folder, "obj", "Debug", "net10.0", "generated"), "*.g.cs", SearchOption.AllDirectories).Count());
    }

    [Fact(Explicit = true)]
    public async Task A_project_with_the_packages_name_restores_because_its_program_has_another()
    {
        var shop = await InstallAsync("named-templates");
        Assert.False(await HasNameOfItsOwnAsync("layerwrights"));
        Assert.True(await HasNameOfItsOwnAsync("Layerwright"));
        Assert.True(await HasNameOfItsOwnAsync("layerwright"));

        // Without it the restore ends in NU1108: a cycle.
        (await Dotnet.RunAsync(Path.Combine(shop.Folder, "of-layerwright"), "restore")).Succeeds();

        async Task<bool> HasNameOfItsOwnAsync(string name)
        {
            (await shop.NewAsync("layerwright", "-n", name, "-o", $"of-{name}", "--no-restore")).Succeeds();
            string project = await File.ReadAllTextAsync(Path.Combine(shop.Folder, $"of-{name}", $"{name}.csproj"));
            return project.Contains("<AssemblyName>LayerwrightProgram</AssemblyName>", StringComparison.Ordinal);
        }
    }

    /// <summary>A folder where the templates are installed, beside the machine's own, and restores find our feed alone.</summary>
    private async Task<Shop> InstallAsync(string name)
    {
        string folder = (await fixture.CreateFolderAsync(name)).Folder;
        var shop = new Shop(folder, Path.Combine(folder, "hive"));
        (await shop.NewAsync("install", await fixture.GetTemplatesAsync())).Succeeds();
        return shop;
    }

    private static double Number(Match match)
    {
        Assert.True(match.Success);
        return double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private sealed record Shop(string Folder, string Hive)
    {
        public Task<CommandResult> NewAsync(params string[] arguments) => Dotnet.RunAsync(Folder, ["new", .. arguments, "--debug:custom-hive", Hive]);
    }

    [GeneratedRegex(@"^ +\d+\*? +\d\.\d{4} +\d\.\d{4} +\d", RegexOptions.Multiline)]
    private static partial Regex Epoch();

    [GeneratedRegex(@"^Trained in (\d+\.\d) s\.", RegexOptions.Multiline)]
    private static partial Regex Trained();

    [GeneratedRegex(@"^Accuracy on 68 penguins never seen before: (\d+\.\d) ?%", RegexOptions.Multiline)]
    private static partial Regex Accuracy();

    [GeneratedRegex(@"^  Gentoo +(\d+\.\d) ?%", RegexOptions.Multiline)]
    private static partial Regex Gentoo();
}
