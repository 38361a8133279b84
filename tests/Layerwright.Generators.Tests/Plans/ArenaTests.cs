using Layerwright.CodeModel.Planning;
using Layerwright.Testing.Interpretation;

namespace Layerwright.Generators.Tests.Plans;

/// <summary>Buffers are shared by liveness.</summary>
public class ArenaTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_prediction_arena_of_a_ten_layer_network_is_no_larger_than_its_two_widest_neighbours(int seed)
    {
        var random = new Random(seed);
        int[] widths = [.. Enumerable.Range(0, 10).Select(_ => random.Next(1, 400))];
        var layers = widths.SelectMany(width => new LayerSpec[] { new DenseSpec(width), new BatchNormSpec(), new ActivationSpec(ActivationKind.ReLU) });

        var plan = Planned.Of(new NetworkSpec("Ten", 30, [.. layers], LossKind.MeanSquaredError));

        int widestNeighbours = widths.Zip(widths.Skip(1), (left, right) => left + right).Max();
        Assert.InRange(plan.Inference.Buffers.FloatsPerRow, widths.Max(), widestNeighbours);
        Assert.Equal(widths.Sum(), plan.Inference.Buffers.UnsharedFloatsPerRow);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Tensors_that_share_memory_are_never_live_together(int seed)
    {
        var plan = Planned.Of(Testing.RandomNetworks.RandomNetwork.Create(seed));

        AssertNoOverwrittenReads(plan.Inference.Operations, plan.Inference.Buffers);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_a_chain_keeps_lies_beside_its_result(int seed)
    {
        var training = Planned.Of(Testing.RandomNetworks.RandomNetwork.Create(seed)).Training!;

        foreach (var operation in training.Forward.Concat(training.Backward).SelectMany(segment => segment.Operations))
        {
            var slots = operation.Writes().Select(tensor => training.Buffers.Slots[training.Buffers[tensor]]).ToList();
            Assert.All(slots, (slot, i) => Assert.DoesNotContain(slots.Skip(i + 1), other => Overlap(slot, other)));
        }
    }

    // Runs prediction over the plan's places: a read must find what the tensor's own writer left there, untouched.
    private static void AssertNoOverwrittenReads(IEnumerable<CodeModel.Operations.Operation> operations, Buffers buffers)
    {
        var owner = new Dictionary<int, CodeModel.Operations.Tensor>();
        foreach (var operation in operations)
        {
            foreach (var read in operation.Reads().Where(tensor => !tensor.IsNetworkInput))
            {
                var slot = buffers.Slots[buffers[read]];
                Assert.All(Enumerable.Range(slot.Offset, read.Columns), place => Assert.Equal(read, owner[place]));
            }

            foreach (var output in operation.Writes())
            {
                var slot = buffers.Slots[buffers[output]];
                foreach (int place in Enumerable.Range(slot.Offset, output.Columns))
                {
                    owner[place] = output;
                }

                // A product may store before its links have run, so what it reads lies elsewhere.
                var reads = operation.Reads().Where(tensor => operation.HasWeights && !tensor.IsNetworkInput);
                Assert.DoesNotContain(reads, tensor => Overlap(buffers.Slots[buffers[tensor]], slot));
            }
        }
    }

    private static bool Overlap(Slot left, Slot right) =>
        left.Arena == right.Arena && left.Offset < right.Offset + right.Columns && right.Offset < left.Offset + left.Columns;
}
