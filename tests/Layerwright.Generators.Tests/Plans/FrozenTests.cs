using Layerwright.CodeModel.Planning;

namespace Layerwright.Generators.Tests.Plans;

/// <summary>What is frozen gets no gradient; what lies below the lowest trainable layer gets no backward at all.</summary>
public class FrozenTests
{
    [Fact]
    public void Below_the_lowest_trainable_layer_nothing_is_computed_backward()
    {
        var training = Plan("[Dense(8, Frozen = true)][ReLU][Maxout(7, Frozen = true)][BatchNorm(Frozen = true)][Dense(6)][Tanh][Dense(4)]");

        // Through the last weights alone, with tanh's derivative in the product's epilogue.
        var backward = Assert.Single(training.Backward.SelectMany(segment => segment.Operations));
        Assert.True(backward.HasWeights);
        Assert.Equal("TanhGradient", Assert.Single(backward.Epilogue).Name);
        Assert.Equal(2, training.Program.WeightTasks.Count);
        Assert.Single(training.Program.Copies);
        Assert.Single(training.Forward);
    }

    [Fact]
    public void A_gradient_of_the_input_passes_through_what_is_frozen()
    {
        var training = Plan("[Dense(8, Frozen = true)][BatchNorm(Frozen = true)][ReLU][Dense(4)]", "InputGradient = true");

        var backward = training.Backward.SelectMany(segment => segment.Operations).ToList();
        Assert.Equal(2, backward.Count);
        Assert.Equal(["ReLUGradient", "ScaleColumns"], backward[0].Epilogue.Select(link => link.Name));
        Assert.Single(training.Program.WeightTasks);
        Assert.Equal(2, training.Program.Copies.Count);
    }

    [Fact]
    public void A_frozen_layer_above_a_trainable_one_passes_the_gradient_on_without_a_task_of_its_own()
    {
        var training = Plan("[Dense(8)][Tanh][Dense(7, Frozen = true)][Tanh][Dense(4)]");

        Assert.Equal(2, training.Backward.SelectMany(segment => segment.Operations).Count());
        Assert.Equal([8, 4], training.Program.WeightTasks.Select(task => task.Outputs).Order().Reverse());
        Assert.Equal(2, training.Program.Copies.Count);
    }

    [Fact]
    public void With_everything_frozen_there_is_no_backward_pass()
    {
        var training = Plan("[Dense(8, Frozen = true)][BatchNorm(Frozen = true)][ReLU][Dense(4, Frozen = true)]");

        Assert.Empty(training.Backward.SelectMany(segment => segment.Operations));
        Assert.Empty(training.Program.WeightTasks);
        Assert.Empty(training.Program.Copies);
    }

    [Fact]
    public void Only_a_live_batch_normalisation_is_a_barrier()
    {
        Assert.Single(Plan("[Dense(8)][BatchNorm(Frozen = true)][ReLU][Dense(4)]").Forward);
        Assert.Equal(2, Plan("[Dense(8)][BatchNorm][ReLU][Dense(4)]").Forward.Count);
    }

    [Fact]
    public void Normalising_rows_is_no_barrier_and_takes_the_chain_behind_it_into_its_pass()
    {
        var training = Plan("[Dense(8)][LayerNorm][ReLU][Maxout(7)][RMSNorm][Tanh][Dense(4)]");

        Assert.Single(training.Forward);
        Assert.Single(training.Backward);
        Assert.Equal(
            ["Product", "LayerNormalization", "Product", "PieceMaximum", "RootMeanSquareNormalization", "Product"],
            training.Forward[0].Operations.Select(operation => operation.Kernel));
        Assert.Equal(2, training.Backward[0].Barriers.Count);
    }

    [Fact]
    public void The_gradient_of_a_maxout_layers_pieces_lies_where_the_pieces_were()
    {
        var training = Plan("[Dense(8)][ReLU][Maxout(7, Pieces = 3)][Dense(4)]");
        var gradient = training.Backward[0].Operations.Single(operation => operation.Kernel == "PieceMaximum.Gradient");

        Assert.Equal(training.Buffers[gradient.WritesOver!], training.Buffers[gradient.Output!]);
    }

    private static TrainingPlan Plan(string layers, string options = "Training = true") =>
        Planned.Of($"[Network({options})][Input(5)]{layers}[SoftmaxCrossEntropy] public partial class Net;", "Net").Training!;
}
