using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Training.Optimizers;

/// <summary>However gradients come to an optimizer, straight from registers or stored, clipped or not, the bits are the same.</summary>
public class SinkTests
{
    private const int Batch = 40;

    private static readonly float[] s_inputs = TestRows.Numbers(Batch * Classifier.InputLength);
    private static readonly int[] s_labels = TestRows.Labels(Batch, Classifier.OutputLength);

    /// <summary>Every optimizer × clipping × L1 and L2 on or off. Classifier has both on one layer.</summary>
    public static TheoryData<Optimizer, GradientClipping?, float> Every
    {
        get
        {
            TheoryData<Optimizer, GradientClipping?, float> data = [];
            foreach (Optimizer optimizer in OptimizerSamples.Every)
            {
                foreach (GradientClipping? clipping in OptimizerSamples.Clippings)
                {
                    data.Add(optimizer, clipping, 0);
                    data.Add(optimizer, clipping, 1);
                }
            }

            return data;
        }
    }

    /// <summary>Runs at every vector width in child processes.</summary>
    [Theory]
    [MemberData(nameof(Every))]
    [Trait("Kernels", "EveryWidth")]
    public void A_stored_gradient_and_an_update_give_the_bits_of_the_fused_step(
        Optimizer optimizer, GradientClipping? clipping, float regularization)
    {
        var fused = new Classifier(5);
        var stored = new Classifier(5);
        fused.Dense2.LearningRateMultiplier = stored.Dense2.LearningRateMultiplier = 0.5f;
        var fusedStep = fused.CreateTrainingStep(Batch, 1);
        var storedStep = stored.CreateTrainingStep(Batch, 2);
        foreach (var step in new[] { fusedStep, storedStep })
        {
            step.Clipping = clipping;
            step.RegularizationFactor = regularization;
        }

        for (int i = 0; i < 4; i++)
        {
            fusedStep.LearningRateFactor = storedStep.LearningRateFactor = 1 / (1f + i);
            float loss = fusedStep.Step(s_inputs, s_labels, optimizer);
            Assert.Equal(loss, storedStep.ForwardBackward(s_inputs, s_labels));
            storedStep.Update(optimizer);
            Assert.Equal(TestRows.All(fused.State), TestRows.All(stored.State));
        }
    }

    [Fact]
    public void A_clipping_that_never_binds_changes_no_bit()
    {
        foreach (Optimizer optimizer in OptimizerSamples.Every)
        {
            float[] free = Train(optimizer, null);
            Assert.Equal(free, Train(optimizer, new ByNorm(1e6f)));
            Assert.Equal(free, Train(optimizer, new ByValue(1e6f)));
            Assert.NotEqual(free, Train(optimizer, new ByValue(1e-3f)));
        }
    }

    private static float[] Train(Optimizer optimizer, GradientClipping? clipping)
    {
        var network = new Classifier(5);
        var step = network.CreateTrainingStep(Batch, 1);
        step.Clipping = clipping;
        for (int i = 0; i < 3; i++)
        {
            step.Step(s_inputs, s_labels, optimizer);
        }

        return TestRows.All(network.State);
    }
}
