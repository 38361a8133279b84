namespace Layerwright.Tests.MachineCode;

/// <summary>What the listings of machine code rest on.</summary>
public class DisassemblyTests
{
    private const string Listing = """
        ; Assembly listing for method Layerwright.Kernels.Tile`2[Layerwright.Kernels.A,B`1[float]]:Run[C`1[D[int]]](long,ptr) (FullOpts)
        ; Emitting BLENDED_CODE

        G_M000_IG01:
               push     rbp
               call     [Begin]
         
        G_M000_IG02:
               vmovups  zmm1, zmmword ptr [rbp-0x40]
         
        G_M000_IG03:
               vmovups  zmm0, zmmword ptr [rsp+0x40]
               jl       SHORT G_M000_IG05
         
        G_M000_IG04:
               dec      rax
               jne      G_M000_IG03
               call     [Next]
               jmp      G_M000_IG02
         
        G_M000_IG05:
               call     [Rare]
               jmp      SHORT G_M000_IG04
         
        G_M000_IG06:
               ret      

        ; Total bytes of code 123
        ; Assembly listing for method Layerwright.Kernels.Tensor:Row(int):this (Tier0)

        G_M000_IG01:
               ret      

        ; Total bytes of code 1
        """;

    [Fact]
    public void Methods_compiled_for_good_are_read_with_their_names_and_sizes()
    {
        CompiledMethod method = Assert.Single(Disassembly.Read(Listing));
        Assert.Equal(("Tile.Run", 123), (method.Name, method.Bytes));
    }

    [Fact]
    public void Calls_and_spills_count_in_innermost_loops_alone_wherever_their_blocks_lie()
    {
        CompiledMethod method = Assert.Single(Disassembly.Read(Listing));
        Assert.Equal((3, 2), (method.Blocks.Sum(block => block.Calls), method.Blocks.Sum(block => block.Spills)));
        Assert.Equal((1, 1), (method.CallsInLoops, method.SpillsInLoops));
    }

    [Theory]
    [InlineData("9  1000  500  0  0  Tile.Run", true)]
    [InlineData("9  1049  500  0  0  Tile.Run", true)]
    [InlineData("9  1051  500  0  0  Tile.Run", false)]
    [InlineData("9  1000  531  0  0  Tile.Run", true)]
    [InlineData("9  1000  500  0  4  Tile.Run", true)]
    [InlineData("9  1000  500  0  5  Tile.Run", false)]
    [InlineData("9  1000  500  1  0  Tile.Run", false)]
    [InlineData("8  1000  500  0  0  Tile.Run", false)]
    [InlineData("9  1000  500  0  0  Tile.Column", false)]
    [InlineData("9  1000  500  0  0  Tile.Run\n1  7  7  0  0  Tile.Column", false)]
    public void Tables_are_close_where_sizes_and_spills_alone_differ_a_little(string received, bool isClose) =>
        Assert.Equal(isClose, HotMethodTable.AreClose("9  1000  500  0  0  Tile.Run\n", received));
}
