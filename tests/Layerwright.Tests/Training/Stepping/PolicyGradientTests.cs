using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Training.Stepping;

/// <summary>The two ways to a policy gradient that a custom loop has.</summary>
public sealed class PolicyGradientTests
{
    private const int Actions = 3;

    [Fact]
    public void Advantages_as_sample_weights_and_a_gradient_of_ones_own_give_the_same_for_episodes_of_any_length()
    {
        var network = new SpiralNet(1);
        var byLoss = network.CreateTrainingStep(40, threads: 1);
        var byHand = network.CreateTrainingStep(40, threads: 1);
        var random = new Random(1);
        foreach (int steps in (int[])[40, 1, 17, 40, 3])
        {
            float[] states = Draw(2 * steps), advantages = Draw(steps);
            int[] actions = [.. Enumerable.Range(0, steps).Select(_ => random.Next(Actions))];
            byLoss.ForwardBackward(states, actions, advantages);
            byHand.Forward(states);
            byHand.Backward(PolicyGradient(byHand.Outputs, actions, advantages));

            float[] expected = TestRows.All(byHand.Gradients), found = TestRows.All(byLoss.Gradients);
            Assert.Contains(expected, value => Math.Abs(value) > 1e-3);
            Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        }

        float[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => 4 * random.NextSingle() - 2)];
    }

    [Fact]
    public void Updates_make_what_turned_out_well_more_probable_and_what_turned_out_badly_less()
    {
        var network = new SpiralNet(2);
        var step = network.CreateTrainingStep(2, threads: 1);
        var predictor = network.CreatePredictor(2);
        float[] states = [0.5f, -0.25f, -1, 0.75f], before = new float[2 * Actions], after = new float[2 * Actions];
        predictor.Predict(states, before);
        step.Forward(states);
        step.Backward(PolicyGradient(step.Outputs, [1, 2], [1, -1]));
        step.Update(new Sgd(0.1f));
        predictor.Refresh();
        predictor.Predict(states, after);
        Assert.True(after[1] > before[1] && after[Actions + 2] < before[Actions + 2]);
    }

    /// <summary>Of the mean of −advantage · log π(action), in double.</summary>
    private static float[] PolicyGradient(ReadOnlySpan<float> outputs, int[] actions, float[] advantages)
    {
        var gradient = new float[outputs.Length];
        for (int row = 0; row < actions.Length; row++)
        {
            double[] powers = [.. outputs.Slice(row * Actions, Actions).ToArray().Select(output => Math.Exp(output))];
            for (int action = 0; action < Actions; action++)
            {
                double probability = powers[action] / powers.Sum();
                gradient[row * Actions + action] = (float)((probability - (action == actions[row] ? 1 : 0)) * advantages[row] / actions.Length);
            }
        }

        return gradient;
    }
}
