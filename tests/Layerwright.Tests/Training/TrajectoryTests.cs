using Layerwright.Testing.Interpretation;
using Layerwright.Tests.Oracles;

namespace Layerwright.Tests.Training;

/// <summary>
/// Six updates of every optimizer, with weight decay on weights alone, penalties on the last layer and half the rate on the first,
/// are PyTorch's within 1e-5; so they are clipped, accumulated and in a cycle.
/// </summary>
public class TrajectoryTests
{
    public static TheoryData<string> Cases => [.. TrajectoryCase.All.Select(trajectory => trajectory.Name)];

    [Fact]
    public void Every_optimizer_meets_every_mode()
    {
        string[] modes = ["decay", "clip_norm", "clip_value", "accumulate", "one_cycle"];
        Assert.All(
            Enum.GetValues<OptimizerKind>(),
            kind => Assert.Superset(
                modes.ToHashSet(),
                TrajectoryCase.All.Where(trajectory => trajectory.Settings.Kind == kind).Select(trajectory => trajectory.Mode).ToHashSet()));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_trajectory_is_PyTorchs(string name)
    {
        TrajectoryCase expected = TrajectoryCase.All.Single(trajectory => trajectory.Name == name);
        var network = new TrajectoryNet(seed: 1);
        network.Dense1.LearningRateMultiplier = 0.5f;
        foreach ((string key, OracleTensor values) in TrajectoryCase.Start)
        {
            network.State[key].CopyFrom(values.Floats);
        }

        TrainingStep<TrajectoryNet> step = network.CreateTrainingStep(TrajectoryCase.Rows, threads: 1);
        step.Clipping = expected.Mode switch
        {
            "clip_norm" => new ByNorm(0.3f),
            "clip_value" => new ByValue(0.05f),
            _ => null,
        };
        Optimizer optimizer = OracleSettings.Create(expected.Settings);
        var cycle = new OneCycle { CycleMomentum = optimizer is not AdaGrad };
        for (int i = 0; i < expected.Parameters.Length; i++)
        {
            if (expected.Mode == "one_cycle")
            {
                step.LearningRateFactor = cycle.Factor(i, expected.Parameters.Length, expected.Parameters.Length);
                step.Momentum = cycle.Momentum(i, expected.Parameters.Length, expected.Parameters.Length);
            }

            if (expected.Mode == "accumulate")
            {
                // Gradients add up: half of each batch's makes the mean, as the case has it.
                float[] halves = [.. Enumerable.Repeat(0.5f, TrajectoryCase.Rows)];
                (float[] inputs, int[] labels) = TrajectoryCase.Batches[2 * i];
                ExpectLoss(2 * i, step.ForwardBackward(inputs, labels, halves));
                (inputs, labels) = TrajectoryCase.Batches[(2 * i) + 1];
                ExpectLoss((2 * i) + 1, step.Accumulate(inputs, labels, halves));
                step.Update(optimizer);
            }
            else
            {
                (float[] inputs, int[] labels) = TrajectoryCase.Batches[i];
                Closeness.Expect(expected.Losses[i], step.Step(inputs, labels, optimizer), $"loss of step {i}");
            }

            foreach ((string key, OracleTensor values) in expected.Parameters[i])
            {
                Closeness.Expect(values.Data, network.State[key].ToArray(), $"step {i}, {key}");
            }
        }

        void ExpectLoss(int batch, float half) =>
            Closeness.Expect(expected.Losses[batch], (2 * (half - step.Penalty)) + step.Penalty, $"loss of batch {batch}");
    }
}
