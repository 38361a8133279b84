using System.Security.Cryptography;
using Layerwright.Kernels;
using Layerwright.Testing.Running;

namespace Layerwright.Tests.Promises;

/// <summary>State and saved files do not depend on the machine's vector width: child processes leave widths out and compare.</summary>
public class FileWidthTests
{
    private const string HashFile = "LAYERWRIGHT_WRITE_HASH";

    public static bool IsParent => Environment.GetEnvironmentVariable(HashFile) is null;

    public static bool IsChild => !IsParent;

    [Theory(Skip = "This is the child process.", SkipUnless = nameof(IsParent))]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task A_saved_file_is_the_same_at_every_vector_width(string leftOut)
    {
        string folder = Directory.CreateTempSubdirectory("widths").FullName;
        try
        {
            string hashFile = Path.Combine(folder, "hash");
            await ChildRun.RunAsync(
                typeof(FileWidthTests).Assembly,
                ["--filter-method", $"*{nameof(The_child_writes_its_hash)}"],
                new Dictionary<string, string?> { [leftOut] = "0", [HashFile] = hashFile },
                TestContext.Current.CancellationToken);
            string[] lines = await File.ReadAllLinesAsync(hashFile, TestContext.Current.CancellationToken);
            Assert.Equal(HashOfSavedFile(), lines[0]);
            Assert.True(int.Parse(lines[1]) <= VectorWidth.Count, "the child was to use a narrower vector");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact(Skip = "Run by the parent process.", SkipUnless = nameof(IsChild))]
    public void The_child_writes_its_hash() =>
        File.WriteAllLines(Environment.GetEnvironmentVariable(HashFile)!, [HashOfSavedFile(), VectorWidth.Count.ToString()]);

    // Weights as drawn, and statistics that were written through the state: all of it lies padded and in panels inside.
    private static string HashOfSavedFile()
    {
        var network = new Oracles.Batchnorm1dTrain(seed: 3);
        foreach (var entry in network.State.Values.Where(entry => !entry.IsTrainable))
        {
            entry.CopyFrom([.. Enumerable.Range(0, entry.Length).Select(i => i / 7f)]);
        }

        string file = Path.GetTempFileName();
        try
        {
            network.Save(file);
            byte[] values = [.. System.Runtime.InteropServices.MemoryMarshal.AsBytes(TestNetwork.Flatten(network.State).AsSpan())];
            return Convert.ToHexString(SHA256.HashData([.. File.ReadAllBytes(file), .. values]));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
