using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Layerwright.Package.Tests;

[Trait("Category", "Package")]
public sealed class TrimmedPublishTests(PackageFixture fixture)
{
    [Fact(Explicit = true)]
    public async Task A_trimmed_self_contained_program_reads_a_table_trains_on_images_under_a_monitor_saves_and_loads()
    {
        var consumer = await fixture.CreateConsumerAsync("Trimmed", StripesSources.Files);

        // The runtime to contain is a package of the platform's, so the machine's own sources are asked too.
        consumer.UseSources(clearOthers: false);
        string[] options =
            ["-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "-p:PublishTrimmed=true", "-p:DisableTransitiveFrameworkReferenceDownloads=true"];
        var restore = await consumer.RunAsync(["restore", "-r", RuntimeInformation.RuntimeIdentifier, "-p:PublishTrimmed=true", "-p:SelfContained=true", "-p:DisableTransitiveFrameworkReferenceDownloads=true"]);
        Assert.SkipWhen(
            restore.ExitCode != 0 && restore.Output.Contains("Microsoft.NETCore.App.Runtime", StringComparison.Ordinal),
            "This machine's package sources do not have the runtime that a self-contained program contains.");
        restore.Succeeds();

        (await consumer.RunAsync(["publish", "-c", "Release", "-o", "out", "-warnaserror", "-p:TrimmerSingleWarn=false", .. options])).Succeeds();
        using var program = Process.Start(new ProcessStartInfo(Path.Combine(consumer.Folder, "out", "Trimmed")) { RedirectStandardOutput = true })!;
        var output = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, program.ExitCode);
        Assert.Equal(StripesSources.Expected, output.Trim());
    }
}
