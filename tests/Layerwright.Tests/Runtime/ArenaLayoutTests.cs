using Layerwright.Kernels;
using Layerwright.Runtime;

namespace Layerwright.Tests.Runtime;

public class ArenaLayoutTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_the_plan_keeps_apart_stays_apart_with_padding(int seed)
    {
        var random = new Random(seed);
        TensorInfo[] tensors = [.. Enumerable.Range(0, 40).Select(_ =>
            new TensorInfo((Arena)random.Next(2), random.Next(600), random.Next(8) == 0 ? 256 : random.Next(1, 90)))];
        var plan = new BufferPlan(tensors) { Output = 0 };
        foreach (Arena arena in new[] { Arena.Batch, Arena.Block })
        {
            ArenaLayout layout = ArenaLayout.Of(plan, arena);
            int[] members = [.. Enumerable.Range(0, tensors.Length).Where(i => tensors[i].Arena == arena)];
            foreach (int a in members)
            {
                Assert.Equal(0, layout.Offset(a) % VectorWidth.Count);
                Assert.True(layout.Offset(a) + PanelLayout.RowStride(tensors[a].Columns) <= layout.RowLength);
                Assert.All(members, b => Assert.True(
                    tensors[a].Offset < tensors[b].Offset + tensors[b].Columns
                    || layout.Offset(a) >= layout.Offset(b) + PanelLayout.RowStride(tensors[b].Columns)));
            }
        }
    }

    [Fact]
    public void Tensors_that_share_a_place_still_do()
    {
        var plan = new BufferPlan(new TensorInfo(Arena.Block, 0, 30), new TensorInfo(Arena.Block, 30, 20), new TensorInfo(Arena.Block, 0, 30)) { Output = 0 };
        ArenaLayout layout = ArenaLayout.Of(plan, Arena.Block);
        Assert.Equal(layout.Offset(0), layout.Offset(2));
        Assert.Equal(PanelLayout.RowStride(30) + PanelLayout.RowStride(20), layout.RowLength);
    }
}
