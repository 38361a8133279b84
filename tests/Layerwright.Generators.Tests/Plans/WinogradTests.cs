using Layerwright.CodeModel.Operations;
using Layerwright.CodeModel.Planning;

namespace Layerwright.Generators.Tests.Plans;

/// <summary>Minimal filtering is chosen where it wins, from the network's literals alone.</summary>
public class WinogradTests
{
    [Theory]
    [InlineData(28, 16, 16, "Winograd4")]
    [InlineData(14, 16, 32, "Winograd4")]
    [InlineData(14, 64, 64, "Winograd4")]
    [InlineData(7, 32, 32, "Winograd4")]
    [InlineData(7, 16, 16, "Winograd4")]
    [InlineData(3, 64, 64, "Winograd4")]
    [InlineData(6, 64, 64, "Winograd")] // nine tiles of two by two, or four of four by four
    [InlineData(28, 256, 256, "Winograd4")]
    [InlineData(28, 256, 272, "Winograd")] // larger weights are not to be four times as large
    [InlineData(2, 64, 64, null)]
    [InlineData(3, 16, 16, null)]
    [InlineData(28, 15, 64, null)]
    [InlineData(28, 64, 15, null)]
    [InlineData(8, 4096, 4097, null)]
    public void It_and_its_tiles_are_chosen_by_size_and_channels(int size, int channels, int filters, string? kernel)
    {
        var plan = Plan($"[ImageInput({size}, {size}, {channels})][Conv2D({filters}, 3, Padding = Padding.Same)]", "InputGradient = true");

        string[] chosen = kernel is null ? [] : [kernel];
        Assert.Equal(chosen, Filtered(plan.Inference.Operations));
        Assert.Equal(chosen, Filtered(plan.Training!.Forward.SelectMany(segment => segment.Operations)));
        Assert.Equal(chosen, Filtered(plan.Training.Backward.SelectMany(segment => segment.Operations)));
        Assert.Equal(kernel is not null, plan.Inference.Buffers.Scratch > 0);
        Assert.Equal($"{kernel ?? "Convolution"}WeightGradient.SumChunk", WeightGradient(plan).Kernel);
    }

    [Theory]
    [InlineData("[Conv2D(64, 3, Stride = 2)]")]
    [InlineData("[Conv2D(64, 3, Dilation = 2)]")]
    [InlineData("[Conv2D(64, 3, Groups = 2)]")]
    [InlineData("[Conv2D(64, 5)]")]
    [InlineData("[Conv2D(64, 3, 1)]")]
    [InlineData("[Conv2D(64, 1)]")]
    public void Other_windows_are_summed_directly(string layer) =>
        Assert.Empty(AllFiltered(Plan("[ImageInput(28, 28, 64)]" + layer, "InputGradient = true")));

    [Fact]
    public void The_network_can_turn_it_off()
    {
        const string Layers = "[ImageInput(28, 28, 64)][Conv2D(64, 3)]";

        Assert.Equal(3, AllFiltered(Plan(Layers, "InputGradient = true")).Count());
        var direct = Plan(Layers, "InputGradient = true, Winograd = false");
        Assert.Empty(AllFiltered(direct));
        Assert.Equal(0, direct.Training!.Buffers.Scratch);
        Assert.Equal("ConvolutionWeightGradient.SumChunk", WeightGradient(direct).Kernel);
        Assert.Equal([CopyForm.Turned], direct.Training.Program.Copies.Select(copy => copy.Form));
    }

    [Fact]
    public void Forward_and_backward_read_copies_in_their_forms_over_windows_of_their_own()
    {
        var training = Plan("[ImageInput(15, 20, 16)][Conv2D(32, 3)]", "InputGradient = true").Training!;

        Assert.Equal([CopyForm.Winograd4, CopyForm.TurnedWinograd4], training.Program.Copies.Select(copy => copy.Form));
        var backward = training.Backward.SelectMany(segment => segment.Operations).Single(operation => operation.Kernel == "Winograd4");
        var window = backward.Arguments.OfType<WindowOperand>().Single().Window;
        Assert.Equal(((13, 18), (15, 20), (2, 2)), (window.Input, window.Output, window.Pad));
    }

    [Fact]
    public void Chunks_of_the_weight_gradient_sum_frequencies_in_room_of_their_own()
    {
        var plan = Plan("[ImageInput(28, 28, 16)][Conv2D(32, 3)]", "Training = true");

        var chunks = WeightGradient(plan);
        Assert.Equal(("Winograd4Chunks.Run", 36 * 16), (chunks.Sum, chunks.Inputs));
        Assert.True(plan.Training!.Buffers.Scratch >= chunks.Operands.OfType<ScratchOperand>().Single().Floats);
    }

    [Fact]
    public void Epilogues_and_statistics_are_taken_into_it_and_normalisation_is_folded_in()
    {
        var plan = Plan("[ImageInput(14, 14, 16)][Conv2D(32, 3)][BatchNorm][ReLU][Conv2D(32, 3)][ReLU]", "Training = true");

        var predicting = plan.Inference.Operations.Where(operation => operation.Kernel == "Winograd4").ToList();
        Assert.Equal(2, predicting.Count);
        Assert.All(predicting, operation => Assert.Equal(["AddBias", "ReLU"], operation.Epilogue.Select(link => link.Name)));
        var forward = plan.Training!.Forward.SelectMany(segment => segment.Operations).First(operation => operation.Kernel == "Winograd4");
        Assert.Equal("GatherStatistics", Assert.Single(forward.Observers).Name);
    }

    private static ChunkSums WeightGradient(NetworkPlan plan) => Assert.Single(plan.Training!.ChunkedTasks).Chunks;

    private static IEnumerable<string> AllFiltered(NetworkPlan plan) => Filtered(plan.Inference.Operations
        .Concat(plan.Training!.Forward.SelectMany(segment => segment.Operations))
        .Concat(plan.Training.Backward.SelectMany(segment => segment.Operations)));

    private static IEnumerable<string> Filtered(IEnumerable<Operation> operations) =>
        operations.Select(operation => operation.Kernel).Where(kernel => kernel is "Winograd" or "Winograd4");

    private static NetworkPlan Plan(string layers, string options) =>
        Planned.Of($"[Network({options})]{layers} public partial class Net;", "Net");
}
