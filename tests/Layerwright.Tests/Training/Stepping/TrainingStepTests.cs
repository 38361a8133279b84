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
    public void Forward_and_backward_with_the_losss_own_gradient_give_the_steps_gradients()
    {
        // Mean squared error: its gradient with respect to the outputs is written by hand here.
        float[] inputs = TestRows.Numbers(Batch * Regression.InputLength), targets = TestRows.Numbers(Batch * Regression.OutputLength, 5);
        var whole = new Regression(3).CreateTrainingStep(Batch, 1);
        whole.ForwardBackward(inputs, targets);

        var parts = new Regression(3).CreateTrainingStep(Batch, 1);
        parts.Forward(inputs);
        Assert.Equal(whole.Outputs.ToArray(), parts.Outputs.ToArray());
        float[] gradient = [.. parts.Outputs.ToArray().Select((output, i) => 2 * (output - targets[i]) / targets.Length)];
        parts.Backward(gradient);
        foreach ((string name, StateEntry entry) in whole.Gradients)
        {
            Assert.Equal(entry.ToArray(), parts.Gradients[name].ToArray(), (a, b) => Math.Abs(a - b) <= 1e-6f);
        }
    }

    [Fact]
    public void A_network_without_a_loss_trains_through_its_own_gradient_only()
    {
        var network = new WithoutLoss(4);
        var step = network.CreateTrainingStep(8, 1);
        float[] inputs = TestRows.Numbers(8 * WithoutLoss.InputLength);
        Assert.Contains("declares no loss",
            Assert.Throws<InvalidOperationException>(() => step.Step(inputs, new float[16], new Sgd())).Message);

        double before = SumOfOutputs();
        for (int i = 0; i < 20; i++)
        {
            step.Forward(inputs);
            step.Backward(Enumerable.Repeat(1f, 16).ToArray());
            step.Update(new Sgd(0.01f));
        }

        Assert.True(SumOfOutputs() < before - 1);

        double SumOfOutputs()
        {
            step.Forward(inputs);
            return step.Outputs.ToArray().Sum();
        }
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
    public void Each_backward_pass_needs_a_forward_pass_and_an_update_needs_gradients()
    {
        var step = new WithoutLoss(4).CreateTrainingStep(8, 1);
        Assert.Throws<InvalidOperationException>(() => step.Backward(new float[16]));
        Assert.Throws<InvalidOperationException>(() => step.Update(new Sgd()));
        step.Forward(new float[8 * 4]);
        Assert.Contains("16 outputs", Assert.Throws<ArgumentException>(() => step.Backward(new float[15])).Message);
        step.Backward(new float[16]);
        Assert.Throws<InvalidOperationException>(() => step.Backward(new float[16]));
    }

    [Fact]
    public void The_gradient_of_the_inputs_is_the_losss_slope()
    {
        const int Rows = 40;
        float[] inputs = TestRows.Numbers(Rows * WithInputGradient.InputLength),
            targets = TestRows.Numbers(Rows * WithInputGradient.OutputLength, 3);
        var step = new WithInputGradient(1).CreateTrainingStep(Rows, 2);
        step.ForwardBackward(inputs, targets);
        float[] gradient = step.InputGradient.ToArray();
        Assert.Equal(inputs.Length, gradient.Length);

        // Along the gradient itself, where the slope is largest and so least noisy: its length squared.
        const float Step = 0.05f;
        float norm = MathF.Sqrt(gradient.Sum(g => g * g));
        float Loss(float distance) => step.ForwardBackward(inputs.Zip(gradient, (x, g) => x + (distance * g / norm)).ToArray(), targets);
        Assert.Equal(norm, (Loss(Step) - Loss(-Step)) / (2 * Step), 0.01f * norm);

        var other = new Classifier(1).CreateTrainingStep(Batch, 1);
        Assert.Throws<InvalidOperationException>(() => other.InputGradient.Length);
    }

    [Fact]
    public void The_gradient_of_the_inputs_has_the_rows_of_the_last_backward_pass()
    {
        var step = new WithInputGradient(1).CreateTrainingStep(8, 1);
        float[] inputs = TestRows.Numbers(8 * WithInputGradient.InputLength);
        Assert.Throws<InvalidOperationException>(() => step.InputGradient.Length);
        step.ForwardBackward(inputs.AsSpan(0, 3 * WithInputGradient.InputLength), new float[3 * WithInputGradient.OutputLength]);
        float[] gradient = step.InputGradient.ToArray();
        step.Forward(inputs);
        Assert.Equal(3 * WithInputGradient.InputLength, gradient.Length);
        Assert.Equal(gradient, step.InputGradient.ToArray());
        step.Backward(new float[8 * WithInputGradient.OutputLength]);
        Assert.Equal(inputs.Length, step.InputGradient.Length);
    }

    [Fact]
    public void Evaluating_a_loss_changes_nothing()
    {
        var network = new Classifier(1);
        var step = network.CreateTrainingStep(Batch, 1);
        step.Step(s_inputs, s_labels, new Sgd(0.1f));
        float[] before = TestRows.All(network.State);
        long passes = step.ForwardPasses;

        float loss = step.EvaluateLoss(s_inputs, s_labels);
        Assert.Equal(loss, step.EvaluateLoss(s_inputs, s_labels));
        Assert.Equal(before, TestRows.All(network.State));
        Assert.Equal(passes, step.ForwardPasses);

        step.Step(s_inputs, s_labels, new Sgd(0.1f));
        Assert.NotEqual(loss, step.EvaluateLoss(s_inputs, s_labels));
    }

    [Fact]
    public void An_evaluated_loss_is_the_mean_over_rows_of_the_predicted_probabilities_logarithm()
    {
        var network = new Classifier(1);
        var step = network.CreateTrainingStep(Batch, 1);
        var probabilities = new float[Batch * Classifier.OutputLength];
        network.CreatePredictor(Batch).Predict(s_inputs, probabilities);
        double expected = Enumerable.Range(0, Batch)
            .Average(row => -Math.Log(probabilities[(row * Classifier.OutputLength) + s_labels[row]]));
        Assert.Equal(expected, step.EvaluateLoss(s_inputs, s_labels), 1e-5);
    }

    [Fact]
    public void A_sample_weight_multiplies_its_rows_loss_and_the_sum_is_divided_by_the_rows()
    {
        var step = new Wide(2).CreateTrainingStep(4, 1);
        float[] inputs = TestRows.Numbers(4 * Wide.InputLength);
        int[] labels = [1, 2, 3, 4];
        float Loss(params float[] weights) => step.EvaluateLoss(inputs, labels, weights);

        float sum = Loss(1, 0, 0, 0) + Loss(0, 1, 0, 0) + Loss(0, 0, 1, 0) + Loss(0, 0, 0, 1);
        Assert.Equal(step.EvaluateLoss(inputs, labels), sum, 1e-5f);
        Assert.Equal(3 * Loss(0, 1, 0, 0), Loss(0, 3, 0, 0), 1e-5f);
        Check<ArgumentException>("sampleWeights", "4 rows but 3", () => Loss(1, 2, 3));
        Check<ArgumentException>("sampleWeights", "sample weight of row 2 is", () => Loss(1, 0, float.NegativeInfinity, 1));
        Check<ArgumentException>("sampleWeights", "sample weight of row 1 is NaN", () => Loss(1, float.NaN, 1, 1));
        Check<ArgumentException>("sampleWeights", "sample weight of row 3 is", () => Loss(1, 0, 1, float.PositiveInfinity));
    }

    [Fact]
    public void A_loss_that_is_not_finite_throws_before_anything_has_changed()
    {
        var network = new Classifier(1);
        var step = network.CreateTrainingStep(Batch, 1);
        step.Step(s_inputs, s_labels, new Adam());
        float[] before = TestRows.All(network.State);
        float[] broken = [.. s_inputs];
        broken[10] = float.NaN;

        var exception = Assert.Throws<TrainingDivergedException>(() => step.Step(broken, s_labels, new Adam()));
        Assert.Equal((1L, float.NaN), (exception.Step, exception.Loss));
        Assert.Equal(before, TestRows.All(network.State));
        Assert.True(float.IsFinite(step.Step(s_inputs, s_labels, new Adam())));
    }

    [Fact]
    public void After_a_pass_that_failed_no_gradients_are_stored()
    {
        var step = new Classifier(1).CreateTrainingStep(Batch, 1);
        step.ForwardBackward(s_inputs, s_labels);
        float[] broken = [.. s_inputs];
        broken[10] = float.NaN;
        Assert.Throws<TrainingDivergedException>(() => step.ForwardBackward(broken, s_labels));
        Assert.Contains("No gradients are stored", Assert.Throws<InvalidOperationException>(() => step.Update(new Sgd())).Message);
    }

    [Fact]
    public void Outputs_that_are_not_finite_end_a_forward_pass_and_restore_the_statistics()
    {
        var network = new Classifier(1);
        var step = network.CreateTrainingStep(Batch, 1);
        float[] before = TestRows.All(network.State);
        float[] broken = [.. s_inputs];
        broken[10] = float.NaN;

        var exception = Assert.Throws<TrainingDivergedException>(() => step.Forward(broken));
        Assert.Contains("output 0 of row 0 is NaN. Weights and running statistics are as before the step.", exception.Message);
        Assert.Equal(before, TestRows.All(network.State));
        Assert.Throws<InvalidOperationException>(() => step.Backward(new float[Batch * Classifier.OutputLength]));
        step.Forward(s_inputs);
        Assert.NotEqual(before, TestRows.All(network.State));
    }

    [Fact]
    public void A_gradient_of_the_outputs_that_is_not_finite_is_refused()
    {
        var step = new WithoutLoss(4).CreateTrainingStep(8, 1);
        step.Forward(new float[8 * 4]);
        float[] gradient = new float[16];
        gradient[7] = float.NegativeInfinity;
        Check<ArgumentException>("outputGradient", "row 3, output 1, is -", () => step.Backward(gradient));
        step.Backward(new float[16]);
    }

    [Fact]
    public void Nesterov_without_momentum_is_refused_before_anything_has_changed()
    {
        var network = new Classifier(1);
        var step = network.CreateTrainingStep(Batch, 1);
        var optimizer = new Sgd(0.1f) { Nesterov = true };
        Check<ArgumentException>("optimizer", "Momentum is 0", () => step.Step(s_inputs, s_labels, optimizer));
        step.ForwardBackward(s_inputs, s_labels);
        float[] before = TestRows.All(network.State);
        Check<ArgumentException>("optimizer", "Momentum is 0", () => step.Update(optimizer));
        Assert.Contains("Momentum is 0", Assert.Throws<ArgumentException>(() => { _ = new Trainer<Classifier>(network, optimizer); }).Message);
        Assert.Equal(before, TestRows.All(network.State));
    }

    [Fact]
    public void One_row_cannot_be_trained_through_batch_statistics()
    {
        var step = new Classifier(1).CreateTrainingStep(Batch, 1);
        Assert.Contains("BatchNorm1", Assert.Throws<ArgumentException>(() => step.Step(new float[7], new int[1], new Sgd())).Message);
        Assert.True(float.IsFinite(step.EvaluateLoss(new float[7], new int[1])));
    }

    [Fact]
    public void Wrong_inputs_and_targets_are_named()
    {
        var step = new Classifier(1).CreateTrainingStep(4, 1);
        float[] inputs = new float[14];
        Check<ArgumentException>("inputs", "rows of 7 numbers; 15 numbers", () => step.Step(new float[15], new int[2], new Sgd()));
        Check<ArgumentException>("inputs", "No rows were given", () => step.Step(Array.Empty<float>(), new int[2], new Sgd()));
        Check<ArgumentException>("inputs", "room for 4 rows (the largest batch asked for); these are 5",
            () => step.Step(new float[35], new int[5], new Sgd()));
        Check<ArgumentException>("inputs", "takes float inputs", () => step.Step(new int[14], new int[2], new Sgd()));
        Check<ArgumentException>("targets", "takes float probabilities, 5 a row, 10 for these inputs; these are 9",
            () => step.Step(inputs, new float[9], new Sgd()));
        Check<ArgumentException>("targets", "2 for these inputs; these are 3", () => step.Step(inputs, new int[3], new Sgd()));
        Check<ArgumentOutOfRangeException>("targets", "label of row 1 is 5; Classifier has 5 classes, 0 to 4",
            () => step.Step(inputs, new[] { 0, 5 }, new Sgd()));
        Check<ArgumentOutOfRangeException>("targets", "label of row 0 is -1", () => step.EvaluateLoss(inputs, new[] { -1, 5 }));

        var binary = new YesOrNo(1).CreateTrainingStep(4, 1);
        Check<ArgumentException>("targets", "takes float probabilities, 1 a row; these are 2 int labels",
            () => binary.Step(new float[8], new int[2], new Sgd()));
        Check<ArgumentException>("targets", "2 for these inputs; these are 3", () => binary.Step(new float[8], new float[3], new Sgd()));
        Check<ArgumentOutOfRangeException>("targets", "target of row 1, output 0, is 1.5",
            () => binary.Step(new float[8], new[] { 0.5f, 1.5f }, new Sgd()));
        Check<ArgumentOutOfRangeException>("targets", "is NaN", () => binary.Step(new float[8], new[] { 0.5f, float.NaN }, new Sgd()));
    }

    [Fact]
    public void Factors_out_of_their_domain_are_refused()
    {
        var step = new Classifier(1).CreateTrainingStep(4, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => step.LearningRateFactor = -1);
        Assert.Throws<ArgumentOutOfRangeException>(() => step.RegularizationFactor = float.NaN);
        Assert.Contains("0.25", Assert.Throws<ArgumentOutOfRangeException>(() => step.DropoutFactor = 4).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Classifier(1).CreateTrainingStep(0));
        Check<ArgumentOutOfRangeException>("threads", "0 (as many as there are processors) to 1024",
            () => new Classifier(1).CreateTrainingStep(1, -1));
        Check<ArgumentOutOfRangeException>("threads", "to 1024", () => new Classifier(1).CreateTrainingStep(1, 1025));
    }

    [Fact]
    public void A_batch_that_no_array_can_hold_is_refused_with_the_largest_that_fits()
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => new Classifier(1).CreateTrainingStep(int.MaxValue));
        Assert.Equal(("maxBatchSize", (object)int.MaxValue), (exception.ParamName, exception.ActualValue));
        int largest = Layerwright.Runtime.StepMemory.LargestBatch(((Layerwright.Runtime.INetworkCode)new Classifier(1)).Blueprint);
        Assert.Contains($"Classifier can train on {largest} rows at most", exception.Message);
        Assert.InRange(largest, 1_000_000, int.MaxValue / Classifier.InputLength);
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

    private static void Check<TException>(string argument, string message, Action action)
        where TException : ArgumentException
    {
        var exception = Assert.Throws<TException>(action);
        Assert.Equal(argument, exception.ParamName);
        Assert.Contains(message, exception.Message);
    }
}
