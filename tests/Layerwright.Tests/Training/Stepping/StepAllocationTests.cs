using Layerwright.Tests.Networks;
using Layerwright.Tests.Runtime;
using Layerwright.Tests.Training.Optimizers;

namespace Layerwright.Tests.Training.Stepping;

/// <summary>Counts what the team's threads allocate, so nothing else may run on them meanwhile.</summary>
[CollectionDefinition(nameof(StepAllocationTests), DisableParallelization = true)]
[Collection(nameof(StepAllocationTests))]
public class StepAllocationTests
{
    private const int Batch = 128, MostThreads = 3;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Training_allocates_nothing(int threads)
    {
        var network = new Wide(1);
        float[] inputs = TestRows.Numbers(Batch * Wide.InputLength), weights = [.. TestRows.Numbers(Batch, 4).Select(Math.Abs)],
            gradient = new float[Batch * Wide.OutputLength];
        network.Normalizer = Normalizer.FitStandardize(Dataset.FromLabels(inputs, new int[Batch], 10).AsTrainingSet());
        int[] labels = TestRows.Labels(Batch, Wide.OutputLength);
        var step = network.CreateTrainingStep(Batch, threads);
        var adam = new AdamW();
        var plain = new Sgd(0.01f);
        var momentum = new Sgd(0.01f) { Momentum = 0.9f };

        AssertAllocatesNothing(() => step.Step(inputs, labels, adam, weights));
        AssertAllocatesNothing(() => step.Step(inputs, labels, momentum));
        AssertAllocatesNothing(() =>
        {
            step.ForwardBackward(inputs, labels);
            step.Update(adam);
        });
        AssertAllocatesNothing(() =>
        {
            step.Forward(inputs);
            step.Backward(gradient);
        });
        AssertAllocatesNothing(() => step.EvaluateLoss(inputs, labels));
        AssertAllocatesNothing(() =>
        {
            step.Step(inputs, labels, momentum);
            step.Step(inputs, labels, plain);
            step.ForwardBackward(inputs, labels);
            step.Update(momentum);
            step.Step(inputs, labels, adam);
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_optimizer_and_clipping_allocates_nothing(int threads)
    {
        float[] inputs = TestRows.Numbers(Batch * Wide.InputLength);
        int[] labels = TestRows.Labels(Batch, Wide.OutputLength);
        var step = new Wide(1).CreateTrainingStep(Batch, threads);
        AssertAllocatesNothing(() =>
        {
            foreach (Optimizer optimizer in OptimizerSamples.Every)
            {
                foreach (GradientClipping? clipping in OptimizerSamples.Clippings)
                {
                    step.Clipping = clipping;
                    step.Step(inputs, labels, optimizer);
                    step.ForwardBackward(inputs, labels);
                    step.Accumulate(inputs, labels);
                    step.Update(optimizer);
                }
            }
        });
    }

    [Fact]
    public void Single_rows_allocate_nothing_though_settings_change()
    {
        float[] input = TestRows.Numbers(2), probabilities = [0.5f, 0.25f, 0.25f];
        int[] label = [1];
        var network = new SpiralNet(1);
        var step = network.CreateTrainingStep(1, 1);
        AssertAllocatesNothing(() =>
        {
            foreach (Optimizer optimizer in OptimizerSamples.Every)
            {
                step.Step(input, label, optimizer);
                step.Step(input, probabilities, optimizer);
                step.LearningRateFactor = 1.5f - step.LearningRateFactor;
                step.Step(input, label, optimizer);
                network.Dense1.LearningRateMultiplier = 1.5f - network.Dense1.LearningRateMultiplier;
                step.Step(input, label, optimizer);
                step.Step(input, label, optimizer);
            }
        });
    }

    [Fact]
    public void Every_schedule_allocates_nothing()
    {
        float[] inputs = TestRows.Numbers(Batch * Wide.InputLength);
        int[] labels = TestRows.Labels(Batch, Wide.OutputLength);
        var step = new Wide(1).CreateTrainingStep(Batch, 1);
        var optimizer = new Adam();
        ScheduleRun[] runs =
        [
            .. new Schedule[]
            {
                new CosineDecay(), new StepDecay(1), new ExponentialDecay(0.9f), new OneCycle(), new Warmup(3, new OneCycle()),
                new ReduceOnPlateau { Patience = 0 }, new Warmup(3, new ReduceOnPlateau()),
            }.Select(schedule => new ScheduleRun(schedule, optimizer, 1000, 10)),
        ];
        int number = 0;
        AssertAllocatesNothing(() =>
        {
            foreach (ScheduleRun run in runs)
            {
                step.LearningRateFactor = run.Factor(number);
                step.Momentum = run.Momentum(number);
                step.Step(inputs, labels, optimizer);
                run.EndEpoch(number, ++number);
            }
        });
    }

    [Fact]
    public void Prediction_and_refreshing_allocate_nothing()
    {
        var network = new Wide(1);
        float[] inputs = TestRows.Numbers(Batch * Wide.InputLength), outputs = new float[Batch * Wide.OutputLength];
        network.Normalizer = Normalizer.FitStandardize(Dataset.FromLabels(inputs, new int[Batch], 10).AsTrainingSet());
        Predictor<Wide> predictor = network.CreatePredictor(Batch);
        float[] bias = network.Dense3.Bias!.ToArray();
        AssertAllocatesNothing(() =>
        {
            predictor.Predict(inputs, outputs);
            predictor.Forward(inputs.AsSpan(0, 40 * 33), outputs.AsSpan(0, 10 * 33));
            predictor.Classify(inputs.AsSpan(0, 40));
            network.Dense3.Bias!.CopyFrom(bias);
            predictor.Refresh();
        });
    }

    private static void AssertAllocatesNothing(Action action) => Assert.Equal(0, TeamAllocations.Fewest(action, calls: 10, MostThreads));
}
