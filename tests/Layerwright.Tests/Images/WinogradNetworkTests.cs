using Layerwright.Runtime;
using Layerwright.Tests.Networks;
using Layerwright.Tests.Runtime;

namespace Layerwright.Tests.Images;

/// <summary>Networks whose convolutions go by minimal filtering compute what they do when they sum directly.</summary>
public class WinogradNetworkTests
{
    private const int Rows = 37;

    [Fact]
    public void Both_ways_agree_in_outputs_and_in_every_gradient()
    {
        (FilteredNet filtered, DirectNet direct) = Pair();
        var (filteredStep, directStep) = (filtered.CreateTrainingStep(Rows), direct.CreateTrainingStep(Rows));

        float loss = filteredStep.ForwardBackward(Inputs(), Labels());

        Assert.Equal(directStep.ForwardBackward(Inputs(), Labels()), loss, 1e-5f);
        Agreement.Check(directStep.Outputs, filteredStep.Outputs, "output");
        Agreement.Check(directStep.InputGradient, filteredStep.InputGradient, "input gradient");
        foreach (string key in filteredStep.Gradients.Keys)
        {
            Agreement.Check(directStep.Gradients[key].ToArray(), filteredStep.Gradients[key].ToArray(), key);
        }
    }

    [Fact]
    public void Both_ways_agree_in_predictions_with_normalisation_folded_in()
    {
        (FilteredNet filtered, DirectNet direct) = Pair();
        float[] expected = new float[Rows * FilteredNet.OutputLength], found = new float[expected.Length], single = new float[expected.Length];
        var predictor = filtered.CreatePredictor(Rows);

        direct.CreatePredictor(Rows).Predict(Inputs(), expected);
        predictor.Predict(Inputs(), found);
        for (int row = 0; row < Rows; row++)
        {
            predictor.Predict(
                Inputs().AsSpan(row * FilteredNet.InputLength, FilteredNet.InputLength), single.AsSpan(row * FilteredNet.OutputLength, FilteredNet.OutputLength));
        }

        Agreement.Check(expected, found, "prediction");
        Agreement.Check(expected, single, "prediction of one row");
    }

    [Fact]
    public void Copies_follow_the_weights_from_step_to_step()
    {
        (FilteredNet filtered, DirectNet direct) = Pair();
        var (filteredStep, directStep) = (filtered.CreateTrainingStep(Rows), direct.CreateTrainingStep(Rows));
        Sgd optimizer = new(0.05f);
        for (int i = 0; i < 4; i++)
        {
            float expected = directStep.Step(Inputs(), Labels(), optimizer);
            Assert.Equal(expected, filteredStep.Step(Inputs(), Labels(), optimizer), 1e-4f);
        }
    }

    [Fact]
    public void Threads_and_what_memory_held_before_change_no_bit()
    {
        float[]? first = null;
        foreach ((int threads, byte? poison) in new (int, byte?)[] { (1, null), (2, 0xFF), (3, 0x7F) })
        {
            FilteredNet network = new(seed: 5);
            byte? before = PinnedBuffer.Poison;
            PinnedBuffer.Poison = poison;
            var step = network.CreateTrainingStep(Rows, threads);
            PinnedBuffer.Poison = before;
            step.Step(Inputs(), Labels(), new Sgd(0.05f));
            step.Step(Inputs(), Labels(), new Sgd(0.05f));

            float[] trained = TestRows.All(network.State);
            first ??= trained;
            Assert.Equal(first, trained);
        }
    }

    [Fact]
    public void Steps_and_predictions_allocate_nothing()
    {
        FilteredNet network = new(seed: 5);
        var step = network.CreateTrainingStep(Rows);
        var predictor = network.CreatePredictor(Rows);
        float[] inputs = Inputs(), outputs = new float[Rows * FilteredNet.OutputLength];
        int[] labels = Labels();
        Sgd optimizer = new(1e-3f);

        Assert.Equal(0, TeamAllocations.Fewest(() => step.Step(inputs, labels, optimizer), 5, 1));
        Assert.Equal(0, TeamAllocations.Fewest(() => predictor.Predict(inputs, outputs), 5, 1));
    }

    private static (FilteredNet Filtered, DirectNet Direct) Pair()
    {
        FilteredNet filtered = new(seed: 5);
        DirectNet direct = new(seed: 6);

        // Statistics as after some training: folding must use them.
        filtered.CreateTrainingStep(Rows).Forward(Inputs());
        direct.CopyFrom(filtered.State);
        return (filtered, direct);
    }

    private static float[] Inputs() => TestRows.Numbers(Rows * FilteredNet.InputLength);

    private static int[] Labels() => TestRows.Labels(Rows, FilteredNet.OutputLength);
}
