using System.Diagnostics;
using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Layerwright.Package.Tests;

/// <summary>samples/Embedded, as built and as published: trimmed, with the runtime, on its own.</summary>
[Trait("Category", "Package")]
public sealed partial class EmbeddedSampleTests(PackageFixture fixture)
{
    [Fact(Explicit = true)]
    public async Task It_predicts_with_the_weights_that_ship_and_allocates_nothing()
    {
        var run = (await Samples.RunAsync(fixture, "Embedded")).Succeeds();

        AssertPredicts(run.Output);
    }

    [Fact(Explicit = true)]
    public async Task Published_it_is_small_runs_on_its_own_and_holds_no_code_that_trains()
    {
        string folder = Path.Combine(fixture.Workspace, "embedded");
        // What it references was built with the tests.
        var publish = await Dotnet.RunAsync(
            Path.Combine(BuildSettings.RepositoryRoot, "samples", "Embedded"),
            "publish", "-c", BuildSettings.Configuration, "-o", folder, "-warnaserror", "-p:BuildProjectReferences=false");
        Assert.SkipWhen(
            publish.ExitCode != 0 && publish.Output.Contains("NU1101", StringComparison.Ordinal) && publish.Output.Contains("Microsoft.NETCore.App.", StringComparison.Ordinal),
            "This machine's package sources do not have the runtime that a self-contained program contains.");
        publish.Succeeds();

        using var program = Process.Start(new ProcessStartInfo(Path.Combine(folder, "Embedded")) { RedirectStandardOutput = true })!;
        string output = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, program.ExitCode);
        AssertPredicts(output);
        Assert.InRange(double.Parse(Room().Match(output).Groups[1].Value, CultureInfo.InvariantCulture), 1, 40);

        HashSet<string> types = TypesOf(Path.Combine(folder, "Layerwright.dll"));
        Assert.Contains("Layerwright.Predictor`1", types);
        string[] training = ["Trainer`1", "TrainingStep`1", "Sgd", "AdamW", "Dataset", "IdxReader", "TrainingMonitor", "RandomSearch", "SanityCheck"];
        Assert.All(training, name => Assert.DoesNotContain($"Layerwright.{name}", types));
        Assert.DoesNotContain(types, type => type.Contains("Gradient", StringComparison.Ordinal));
    }

    private static void AssertPredicts(string output)
    {
        Assert.Contains("10 of 10 right, by 61,932 weights", output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^allocated by 2,000 of them +0 bytes\s*$", output);
        Assert.All((string[])["start to first prediction", "memory of the process", "one prediction"], figure => Assert.Matches($@"(?m)^{figure} +\d[\d,.]* (ms|MB|µs)\s*$", output));
    }

    private static HashSet<string> TypesOf(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        MetadataReader reader = file.GetMetadataReader();
        return [.. reader.TypeDefinitions.Select(reader.GetTypeDefinition).Select(type => $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}")];
    }

    [GeneratedRegex(@"^the program's folder +([\d.]+) MB in \d+ files", RegexOptions.Multiline)]
    private static partial Regex Room();
}
