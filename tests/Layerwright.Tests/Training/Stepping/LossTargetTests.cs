using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Training.Stepping;

/// <summary>What losses take as targets and weights, and what they refuse.</summary>
public class LossTargetTests
{
    private const int Rows = 100;

    private static readonly float[] s_inputs = TestRows.Numbers(Rows * 2);
    private static readonly int[] s_labels = TestRows.Labels(Rows, 3);

    [Fact]
    public void A_label_is_a_probability_of_one()
    {
        float[] oneHot = [.. s_labels.SelectMany(label => Enumerable.Range(0, 3).Select(column => column == label ? 1f : 0))];
        var ofLabels = new SpiralNet(1).CreateTrainingStep(Rows, 1);
        var ofProbabilities = new SpiralNet(1).CreateTrainingStep(Rows, 1);

        Assert.Equal(ofLabels.ForwardBackward(s_inputs, s_labels), ofProbabilities.ForwardBackward(s_inputs, oneHot), 1e-6f);
        Assert.Equal(TestRows.All(ofLabels.Gradients), TestRows.All(ofProbabilities.Gradients), (a, b) => Math.Abs(a - b) <= 1e-7f);
        Assert.Equal(ofLabels.EvaluateLoss(s_inputs, s_labels), ofProbabilities.EvaluateLoss(s_inputs, oneHot), 1e-6f);
    }

    [Fact]
    public void A_kind_that_the_loss_does_not_take_throws_and_says_which_it_takes()
    {
        var hinge = new HingeNet(1).CreateTrainingStep(4, 1);
        Check("targets", "HingeNet takes int labels, one a row; these are 6 floats", () => hinge.Step(new float[4], new float[6], new Sgd()));
        Check("targets", "HingeNet takes int labels, one a row, 2 for these inputs; these are 0", () => hinge.Step(new float[4], Array.Empty<int>(), new Sgd()));
        var huber = new HuberNet(1).CreateTrainingStep(4, 1);
        Check("targets", "HuberNet takes float targets, 3 a row; these are 2 int labels", () => huber.Step(new float[4], new int[2], new Sgd()));
        var softmax = new SpiralNet(1).CreateTrainingStep(4, 1);
        Check("targets", "SpiralNet takes int labels, one a row, 2 for these inputs; these are 3", () => softmax.Step(new float[4], new int[3], new Sgd()));
        Check("targets", "SpiralNet takes float probabilities, 3 a row, 6 for these inputs; these are 2", () => softmax.Step(new float[4], new float[2], new Sgd()));
        Assert.Contains("The target of row 1, output 0, is 1.25; probabilities lie in 0 to 1",
            Assert.Throws<ArgumentOutOfRangeException>(() => softmax.EvaluateLoss(new float[4], new[] { 0, 1, 0, 1.25f, 0, 0 })).Message);
    }

    [Fact]
    public void An_ignored_row_is_as_if_it_were_not_there()
    {
        int[] labels = [.. s_labels.Select((label, row) => row % 3 == 1 ? -1 : label)];
        float[] rest = [.. s_inputs.Chunk(2).Where((_, row) => row % 3 != 1).SelectMany(row => row)];
        var whole = new IgnoringNet(1).CreateTrainingStep(Rows, 2);
        var part = new IgnoringNet(1).CreateTrainingStep(Rows, 1);

        Assert.Equal(part.ForwardBackward(rest, labels.Where(label => label >= 0).ToArray()), whole.ForwardBackward(s_inputs, labels), 1e-6f);
        Assert.Equal(TestRows.All(part.Gradients), TestRows.All(whole.Gradients), (a, b) => Math.Abs(a - b) <= 1e-6f);
    }

    [Fact]
    public void Where_every_row_is_ignored_only_the_penalty_is_left()
    {
        var network = new IgnoringNet(1);
        var step = network.CreateTrainingStep(4, 1);
        float[] inputs = TestRows.Numbers(8);
        int[] labels = [-1, -1, -1, -1];

        Assert.Equal(0, step.EvaluateLoss(inputs, labels));
        float loss = step.ForwardBackward(inputs, labels);
        Assert.Equal(step.Penalty, loss);
        Assert.True(loss > 0);
        Assert.Equal([.. network.Dense1.Weight.ToArray().Select(weight => 0.5f * weight)], step.Gradients["dense1.weight"].ToArray());
        Assert.All(step.Gradients["dense1.bias"].ToArray(), gradient => Assert.Equal(0f, gradient));
    }

    [Fact]
    public void A_label_that_is_neither_class_nor_ignored_throws()
    {
        var step = new IgnoringNet(1).CreateTrainingStep(4, 1);
        Assert.Contains("The label of row 1 is -2; IgnoringNet has 3 classes, 0 to 2, and -1 is ignored.",
            Assert.Throws<ArgumentOutOfRangeException>(() => step.EvaluateLoss(new float[4], new[] { -1, -2 })).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => step.EvaluateLoss(new float[4], new[] { 3, -1 }));
        Assert.Equal(0, step.EvaluateLoss(new float[4], new[] { -1, -1 }));
    }

    [Fact]
    public void Probabilities_cannot_ignore_a_class_but_a_label_that_is_none_does_not_concern_them()
    {
        var background = new BackgroundNet(1).CreateTrainingStep(4, 1);
        Check("targets", "BackgroundNet ignores the label 0; rows with probabilities have none", () => background.EvaluateLoss(new float[4], new float[6]));
        Assert.True(new IgnoringNet(1).CreateTrainingStep(4, 1).EvaluateLoss(new float[4], new float[] { 1, 0, 0, 0, 1, 0 }) > 0);
    }

    [Fact]
    public void Class_weights_are_averaged_over_the_whole_batch()
    {
        float[] weights = [0.5f, 0, 3];
        var step = new SpiralNet(1).CreateTrainingStep(Rows, 2);
        double[] losses = [.. Enumerable.Range(0, Rows).Select(row => (double)step.EvaluateLoss(s_inputs.AsSpan(2 * row, 2), s_labels.AsSpan(row, 1)))];
        double expected = losses.Select((loss, row) => loss * weights[s_labels[row]]).Sum() / s_labels.Sum(label => weights[label]);

        step.ClassWeights = weights;

        Assert.Equal(expected, step.EvaluateLoss(s_inputs, s_labels), 1e-5);
        Assert.Equal(expected, step.ForwardBackward(s_inputs, s_labels), 1e-5);

        // Each row's own weight multiplies, and is no part of what is divided by.
        Assert.Equal(2 * expected, step.EvaluateLoss(s_inputs, s_labels, Enumerable.Repeat(2f, Rows).ToArray()), 1e-5);

        step.ClassWeights = default;
        Assert.Equal(losses.Average(), step.EvaluateLoss(s_inputs, s_labels), 1e-5);
    }

    [Fact]
    public void Class_weights_are_copied_when_they_are_set()
    {
        float[] weights = [1, 2, 3];
        var step = new SpiralNet(1).CreateTrainingStep(Rows, 1);
        Assert.True(step.ClassWeights.IsEmpty);
        step.ClassWeights = weights;
        float before = step.EvaluateLoss(s_inputs, s_labels);
        weights[0] = 100;

        Assert.Equal([1f, 2, 3], step.ClassWeights.ToArray());
        Assert.Equal(before, step.EvaluateLoss(s_inputs, s_labels));
    }

    [Fact]
    public void Class_weights_that_mean_nothing_are_refused()
    {
        var step = new SpiralNet(1).CreateTrainingStep(4, 1);
        Check("ClassWeights", "SpiralNet has 3 classes; these are 2 weights", () => step.ClassWeights = new float[2]);
        Check("ClassWeights", "weight of class 1 is -1; it must be a finite number, 0 or more", () => step.ClassWeights = new[] { 1f, -1, 1 });
        Check("ClassWeights", "weight of class 2 is NaN", () => step.ClassWeights = new[] { 1, 1, float.NaN });
        Check("ClassWeights", "weight of class 0 is", () => step.ClassWeights = new[] { float.PositiveInfinity, 1, 1 });
        Check("ClassWeights", "All class weights are 0", () => step.ClassWeights = new float[3]);
        Assert.True(step.ClassWeights.IsEmpty);

        const string Alone = "Class weights belong to [SoftmaxCrossEntropy] alone";
        Check("ClassWeights", Alone, () => new HingeNet(1).CreateTrainingStep(4, 1).ClassWeights = new[] { 1f, 1, 1 });
        Check("ClassWeights", Alone, () => new YesNoNet(1).CreateTrainingStep(4, 1).ClassWeights = new[] { 1f, 1 });
        Check("ClassWeights", Alone, () => new BareNet(1).CreateTrainingStep(4, 1).ClassWeights = new[] { 1f, 1, 1 });
        Check("ClassWeights", Alone, () => new Trainer<HuberNet>(new HuberNet(1), new Sgd()) { ClassWeights = new[] { 1f, 1, 1 } });
        Check("ClassWeights", "3 classes; these are 1", () => new Trainer<SpiralNet>(new SpiralNet(1), new Sgd()) { ClassWeights = new[] { 1f } });
    }

    [Fact]
    public void A_hinge_and_a_regression_predict_raw_scores()
    {
        float[] inputs = TestRows.Numbers(6);
        AssertRaw(new HingeNet(1).CreatePredictor(3));
        AssertRaw(new HuberNet(1).CreatePredictor(3));

        void AssertRaw(IPredictor predictor)
        {
            float[] raw = new float[9], predicted = new float[9];
            predictor.Forward(inputs, raw);
            predictor.Predict(inputs, predicted);
            Assert.Equal(raw, predicted);
            Assert.Contains(raw, score => score is < 0 or > 1);
        }
    }

    private static void Check(string argument, string message, Func<object> action) => Check(argument, message, () => { _ = action(); });

    private static void Check(string argument, string message, Action action) => Refusal.Check<ArgumentException>(argument, message, action);
}
