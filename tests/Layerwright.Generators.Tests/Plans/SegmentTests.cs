using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Operations;
using Layerwright.CodeModel.Planning;
using Layerwright.Testing.Interpretation;
using Layerwright.Testing.RandomNetworks;

namespace Layerwright.Generators.Tests.Plans;

/// <summary>A barrier stands only where rows meet, and a segment holds all row-independent work between two of them.</summary>
public class SegmentTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_operation_could_run_a_segment_earlier_and_none_runs_too_early(int seed)
    {
        var training = Planned.Of(RandomNetwork.Create(seed)).Training!;

        AssertTight(training.Forward);
        AssertTight(training.Backward);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(3, 4)]
    public void Each_batch_normalisation_in_a_chain_is_one_barrier(int normalizations, int segments)
    {
        var layers = Enumerable.Range(0, normalizations).SelectMany(_ => new LayerSpec[] { new DenseSpec(8), new BatchNormSpec(), new ActivationSpec(ActivationKind.ReLU) });

        var training = Planned.Of(new NetworkSpec("Chain", 8, [.. layers, new DenseSpec(4)], LossKind.SoftmaxCrossEntropy)).Training!;

        Assert.Equal(segments, training.Forward.Count);
        Assert.Equal(segments, training.Backward.Count);
    }

    [Fact]
    public void Two_branches_share_one_barrier()
    {
        LayerSpec[] branch = [new DenseSpec(8), new BatchNormSpec()];
        var residual = new ResidualSpec(new BlockSpec("Branch", branch), new BlockSpec("Shortcut", branch));

        var training = Planned.Of(new NetworkSpec("Branches", 8, [residual, new DenseSpec(4)], LossKind.SoftmaxCrossEntropy)).Training!;

        Assert.Equal(2, training.Forward.Count);
        Assert.Equal(2, training.Forward[0].Barriers.Count);
        Assert.Equal(2, training.Backward.Count);
    }

    private static void AssertTight(EquatableArray<Segment> segments)
    {
        var tensorSegment = new Dictionary<Tensor, int>();
        var vectorSegment = new Dictionary<int, int>();
        for (int s = 0; s < segments.Count; s++)
        {
            foreach (var operation in segments[s].Operations)
            {
                // What the pass itself computes; the rest was there before it began.
                var tensors = operation.Reads().Where(tensorSegment.ContainsKey).Select(tensor => tensorSegment[tensor]).ToList();
                var vectors = operation.Operands().OfType<StepVectorOperand>().Select(vector => vector.Index)
                    .Where(vectorSegment.ContainsKey).Select(vector => vectorSegment[vector]).ToList();
                Assert.All(vectors, from => Assert.True(from < s, "reads a vector before the barrier that fills it"));
                Assert.True(s == 0 || tensors.Contains(s) || vectors.Contains(s - 1), $"{operation.Kernel} → {operation.Output?.Name} could run earlier than segment {s}");
                foreach (var output in operation.Writes())
                {
                    tensorSegment[output] = s;
                }
            }

            foreach (int vector in segments[s].Barriers.SelectMany(barrier => barrier.Writes))
            {
                vectorSegment[vector] = s;
            }
        }

        Assert.All(segments, segment => Assert.True(segments.Count == 1 || segment.Operations.Count > 0, "an empty segment"));
    }
}
