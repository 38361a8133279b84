using System.Runtime.InteropServices;
using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Training.Stepping;

/// <summary>
/// A step that never takes more than one row runs kernels recorded before. One that may take two finds them anew each time, and must
/// give the same bits whatever happens between steps.
/// </summary>
public class RowStepTests
{
    private const int StepsEach = 3;

    private static readonly Optimizer s_momentum = new Sgd(0.05f) { Momentum = 0.9f, WeightDecay = 0.01f };

    [Fact]
    public void Labels_and_probabilities_train_alike()
    {
        var (row, rows) = (new Pair<SpiralNet>(1), new Pair<SpiralNet>(2));
        for (int i = 0; i < 4; i++)
        {
            float[] probabilities = [0.25f * i, 1 - (0.25f * i), 0];
            AssertSame(row, rows, pair => pair.Train(s_momentum, Input(i, 2), new[] { i % 3 }));
            AssertSame(row, rows, pair => pair.Train(s_momentum, Input(i + 9, 2), probabilities));
        }
    }

    [Fact]
    public void Every_optimizer_and_clipping_trains_alike_and_moments_begin_anew()
    {
        var (row, rows) = (new Pair<SpiralNet>(1), new Pair<SpiralNet>(2));
        foreach (Optimizer optimizer in Optimizers.OptimizerSamples.Every)
        {
            foreach (GradientClipping? clipping in Optimizers.OptimizerSamples.Clippings)
            {
                AssertSame(row, rows, pair =>
                {
                    pair.Step.Clipping = clipping;
                    return pair.Train(optimizer, Input(1, 2), new[] { 1 });
                });
            }
        }
    }

    [Fact]
    public void Settings_of_the_step_are_read_at_each_step()
    {
        var (row, rows) = (new Pair<PenalisedNet>(1), new Pair<PenalisedNet>(2));
        Action<Pair<PenalisedNet>>[] changes =
        [
            _ => { },
            pair => pair.Step.LearningRateFactor = 0.5f,
            pair => pair.Step.Momentum = 0.5f,
            pair => pair.Step.Momentum = null,
            pair => pair.Step.RegularizationFactor = 0,
            pair => pair.Step.RegularizationFactor = 2,
            pair => pair.Network.Dense1.LearningRateMultiplier = 0.25f,
            pair => pair.Network.Dense1.Weight.CopyFrom([.. pair.Network.Dense1.Weight.ToArray().Select(weight => weight * 0.5f)]),
            pair => pair.Network.Normalizer = Normalizer.FitStandardize(
                Dataset.FromLabels(TestRows.Numbers(5 * 3), new int[5], 10).AsTrainingSet()),
            pair => pair.Step.ForwardBackward(Input(5, 3), Input(6, 2)),
            pair =>
            {
                pair.Step.ForwardBackward(Input(5, 3), Input(6, 2));
                pair.Step.Update(s_momentum);
            },
            pair => pair.Step.Step(Input(5, 3), Input(6, 2), new Adam(0.01f)),
            pair => pair.Step.Step(Input(5, 3), Input(6, 2), s_momentum, [0.5f]),
            pair => pair.Step.Forward(Input(7, 3)),
        ];
        for (int i = 0; i < changes.Length; i++)
        {
            AssertSame(row, rows, pair =>
            {
                changes[i](pair);
                return pair.Train(s_momentum, Input(i, 3), Input(i + 1, 2));
            });
            Assert.NotEqual(row.Step.RegularizationFactor == 0, row.Step.Penalty > 0);
        }
    }

    [Fact]
    public void Class_weights_and_ignored_labels_train_alike()
    {
        var (row, rows) = (new Pair<SpiralNet>(1), new Pair<SpiralNet>(2));
        AssertSame(row, rows, pair => pair.Train(s_momentum, Input(1, 2), new[] { 1 }));
        AssertSame(row, rows, pair =>
        {
            pair.Step.ClassWeights = new float[] { 1, 0.5f, 2 };
            return pair.Train(s_momentum, Input(2, 2), new[] { 1 });
        });

        var (ignoring, ignoringRows) = (new Pair<IgnoringNet>(1), new Pair<IgnoringNet>(2));
        AssertSame(ignoring, ignoringRows, pair => pair.Train(s_momentum, Input(1, 2), new[] { -1 }));
        AssertSame(ignoring, ignoringRows, pair => pair.Train(s_momentum, Input(1, 2), new[] { 2 }));
    }

    [Fact]
    public void A_row_that_diverges_leaves_the_weights_and_the_next_one_trains()
    {
        var (row, rows) = (new Pair<LinearNet>(1), new Pair<LinearNet>(2));
        AssertSame(row, rows, pair => pair.Train(s_momentum, Input(1, 3), Input(2, 2)));
        float[] before = row.State();

        Assert.Throws<TrainingDivergedException>(() => row.Step.Step(new[] { 3e38f, 3e38f, -3e38f }, Input(2, 2), s_momentum));
        Assert.Throws<TrainingDivergedException>(() => rows.Step.Step(new[] { 3e38f, 3e38f, -3e38f }, Input(2, 2), s_momentum));

        Assert.Equal(before, row.State());
        AssertSame(row, rows, pair => pair.Train(s_momentum, Input(1, 3), Input(2, 2)));
    }

    [Fact]
    public void A_step_that_goes_on_with_anothers_moments_records_its_own()
    {
        var (row, rows) = (new Pair<SpiralNet>(1), new Pair<SpiralNet>(2));
        AssertSame(row, rows, pair =>
        {
            var other = pair.Network.CreateTrainingStep(3, 1);
            pair.Train(s_momentum, Input(1, 2), new[] { 1 });
            other.Step(Input(2, 2), new[] { 0 }, new AdaGrad(0.05f));
            pair.Step.Continue(other);
            return pair.Train(s_momentum, Input(3, 2), new[] { 2 });
        });
    }

    private static float[] Input(int seed, int length) => TestRows.Numbers(length, seed + 1);

    private static void AssertSame<TNetwork>(Pair<TNetwork> row, Pair<TNetwork> rows, Func<Pair<TNetwork>, float> train)
        where TNetwork : class, INetwork<TNetwork>
    {
        Assert.Equal(train(row), train(rows));
        Assert.Equal(row.Step.Outputs, rows.Step.Outputs);
        Assert.Equal(row.Step.Penalty, rows.Step.Penalty);
        Assert.Equal(row.Step.ForwardPasses, rows.Step.ForwardPasses);
        Assert.Equal(MemoryMarshal.AsBytes<float>(row.State()), MemoryMarshal.AsBytes<float>(rows.State()));
    }

    private sealed class Pair<TNetwork>
        where TNetwork : class, INetwork<TNetwork>
    {
        public Pair(int maxBatchSize)
        {
            Network = TNetwork.Create(1);
            Step = new(Network, maxBatchSize, 1);
        }

        public TNetwork Network { get; }

        public TrainingStep<TNetwork> Step { get; }

        /// <summary>Several steps, of which the later ones find the same settings; the last one's loss.</summary>
        public float Train(Optimizer optimizer, float[] input, int[] label)
        {
            float loss = 0;
            for (int i = 0; i < StepsEach; i++)
            {
                loss = Step.Step(input, label, optimizer);
            }

            return loss;
        }

        /// <inheritdoc cref="Train(Optimizer, float[], int[])"/>
        public float Train(Optimizer optimizer, float[] input, float[] target)
        {
            float loss = 0;
            for (int i = 0; i < StepsEach; i++)
            {
                loss = Step.Step(input, target, optimizer);
            }

            return loss;
        }

        public float[] State() => Network.Parameters.Values.Buffer.Span.ToArray();
    }
}
