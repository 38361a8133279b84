using System.Runtime.Intrinsics.X86;
using Layerwright.Kernels;
using Layerwright.Testing.Snapshots;

namespace Layerwright.Tests.MachineCode;

/// <summary>
/// The machine code of kernels: its size, and that nothing is called and no vector goes through the stack in the innermost loops of tiles.
/// </summary>
public class HotMethodTests
{
    /// <summary>What the speed of products, convolutions and their gradients hangs on.</summary>
    private static readonly string[] s_tiles =
    [
        "Tile.Run", "WideTile.Run", "GradientTile.Run", "ConvolutionWeightGradient.Kernel.Tile", "RowProduct.FourPanels", "RowProduct.TwoPanels",
        "FourByFourOutput.Row",
    ];

    public static bool IsKnown =>
        Environment.Version.Major == 10 && OperatingSystem.IsLinux() && X86Base.IsSupported && VectorWidth.Count >= 8 && !HotWork.IsChild;

    public static bool IsKnownAndWidest => IsKnown && VectorWidth.Count == 16;

    [Fact(Skip = "Machine code is listed for .NET 10 on Linux x64 with vectors of 512 bits.", SkipUnless = nameof(IsKnownAndWidest))]
    public Task Vectors_of_512_bits() => Check([]);

    [Fact(Skip = "Machine code is listed for .NET 10 on Linux x64 with vectors of 256 bits.", SkipUnless = nameof(IsKnown))]
    public Task Vectors_of_256_bits() => Check([("DOTNET_EnableAVX512", "0")]);

    private static async Task Check((string Name, string Value)[] settings, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        CompiledMethod[] methods = [.. Disassembly.Read(await JitListing.Take<HotWork>(
            [(HotWork.Mark, "1"), ("DOTNET_JitDisasm", "Layerwright.Kernels.*:*"), ("DOTNET_JitDisasmDiffable", "1"), .. settings]))];
        Assert.All(s_tiles, tile => Assert.Contains(methods, method => method.Name == tile));
        Assert.All(
            methods.Where(method => s_tiles.Contains(method.Name)),
            method => Assert.True(
                (method.CallsInLoops, method.SpillsInLoops) == (0, 0),
                $"{method.CallsInLoops} calls and {method.SpillsInLoops} spills in the innermost loops of {method.Signature}"));
        Snapshot.VerifyText(HotMethodTable.Write(methods), HotMethodTable.AreClose, test: test);
    }
}
