using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Training.Stepping;

public class TrainingStepTests
{
    private const int Batch = 45;

    private static readonly float[] s_inputs = TestRows.Numbers(Batch * Classifier.InputLength);
    private static readonly int[] s_labels = TestRows.Labels(Batch, Classifier.OutputLength);

    [Fact]
    public void Training_lowers_the_loss()
    {
        var network = new Classifier(1);
        var step = network.CreateTrainingStep(Batch, 1);
        float first = step.Step(s_inputs, s_labels, new AdamW(1e-2f));
        float last = 0;
        for (int i = 0; i < 100; i++)
        {
            last = step.Step(s_inputs, s_labels, new AdamW(1e-2f));
        }

        Assert.True(last < first / 2, $"{first} → {last}");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_number_of_threads_gives_the_same_bits(int threads)
    {
        Assert.Equal(TrainWide(1, null), TrainWide(threads, null));
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0xFF)]
    public void Scratch_memory_may_hold_anything_before_it_is_used(int fill)
    {
        Assert.Equal(TrainWide(1, null), TrainWide(2, (byte)fill));
    }

    [Fact]
    public void A_penalty_is_the_part_of_the_loss_that_regularisation_makes()
    {
        var network = new Classifier(1);
        var step = network.CreateTrainingStep(Batch, 1);
        step.DropoutFactor = 0;
        float whole = step.ForwardBackward(s_inputs, s_labels);
        float penalty = step.Penalty;
        float[] weights = network.Dense2.Weight.ToArray();
        Assert.Equal((0.5 * 0.01 * weights.Sum(w => (double)w * w)) + (0.001 * weights.Sum(w => (double)Math.Abs(w))), penalty, 1e-5);

        step.RegularizationFactor = 0;
        float plain = step.ForwardBackward(s_inputs, s_labels);
        Assert.Equal(0, step.Penalty);
        Assert.Equal(whole, plain + penalty, 1e-5f);
    }

    [Fact]
    public void Dropout_draws_anew_each_step_and_not_at_all_with_factor_0()
    {
        var step = new Classifier(1).CreateTrainingStep(Batch, 1);
        float first = step.ForwardBackward(s_inputs, s_labels);
        Assert.NotEqual(first, step.ForwardBackward(s_inputs, s_labels));

        step.DropoutFactor = 0;
        float off = step.ForwardBackward(s_inputs, s_labels);
        Assert.Equal(off, step.ForwardBackward(s_inputs, s_labels));
    }

    [Fact]
    public void A_write_to_the_state_reaches_every_copy_of_the_weights()
    {
        // Copies of the old weights would show in the gradients (transposed copies) or the evaluated loss (folded ones).
        var network = new Classifier(1);
        var step = network.CreateTrainingStep(Batch, 1);
        step.DropoutFactor = 0;
        step.Step(s_inputs, s_labels, new Sgd(0.1f));
        step.EvaluateLoss(s_inputs, s_labels);
        var other = new Classifier(2);
        foreach ((string name, StateEntry entry) in network.State)
        {
            entry.CopyFrom(other.State[name].ToArray());
        }

        var fresh = other.CreateTrainingStep(Batch, 1);
        fresh.DropoutFactor = 0;
        Assert.Equal(fresh.EvaluateLoss(s_inputs, s_labels), step.EvaluateLoss(s_inputs, s_labels));
        Assert.Equal(fresh.ForwardBackward(s_inputs, s_labels), step.ForwardBackward(s_inputs, s_labels));
        Assert.Equal(TestRows.All(fresh.Gradients), TestRows.All(step.Gradients));
        Assert.Equal(fresh.EvaluateLoss(s_inputs, s_labels), step.EvaluateLoss(s_inputs, s_labels));
    }

    [Fact]
    public void The_normaliser_is_applied_inside()
    {
        int rows = 12;
        float[] raw = [.. TestRows.Numbers(rows * 7).Select(value => (value * 50) + 300)];
        int[] labels = TestRows.Labels(rows, 5);
        Normalizer normalizer = Normalizer.FitStandardize(Dataset.FromLabels(raw, labels, 5).AsTrainingSet());
        float[] normalised = [.. raw];
        normalizer.Apply(normalised);

        var without = new Classifier(9);
        without.CreateTrainingStep(rows, 1).Step(normalised, labels, new Sgd(0.1f));
        var with = new Classifier(9) { Normalizer = normalizer };
        var step = with.CreateTrainingStep(rows, 1);
        step.Step(raw, labels, new Sgd(0.1f));
        Assert.Equal(TestRows.All(without.State), TestRows.All(with.State));
        Assert.Equal(without.CreateTrainingStep(rows, 1).EvaluateLoss(normalised, labels), step.EvaluateLoss(raw, labels));
    }

    private static float[] TrainWide(int threads, byte? poison)
    {
        const int Rows128 = 150;
        float[] inputs = TestRows.Numbers(Rows128 * Wide.InputLength);
        int[] labels = TestRows.Labels(Rows128, Wide.OutputLength);
        Layerwright.Runtime.PinnedBuffer.Poison = poison;
        try
        {
            var network = new Wide(7);
            var step = network.CreateTrainingStep(Rows128, threads);
            var losses = new List<float>();
            for (int i = 0; i < 6; i++)
            {
                losses.Add(step.Step(inputs, labels, new AdamW(1e-2f)));
            }

            // A smaller last batch, and the way through stored gradients.
            losses.Add(step.ForwardBackward(inputs.AsSpan(0, 37 * Wide.InputLength), labels.AsSpan(0, 37)));
            step.Update(new AdamW(1e-2f));
            losses.Add(step.EvaluateLoss(inputs, labels));
            return [.. losses, .. TestRows.All(network.State)];
        }
        finally
        {
            Layerwright.Runtime.PinnedBuffer.Poison = null;
        }
    }
}
