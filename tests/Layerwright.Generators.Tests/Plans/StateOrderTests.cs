using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Inference;
using Layerwright.Testing.Compiling;
using Microsoft.CodeAnalysis.CSharp;

namespace Layerwright.Generators.Tests.Plans;

/// <summary>In which order each parameter's inputs and outputs lie, as inference decides: <c>4×3</c> is 4 positions of 3 channels.</summary>
public class StateOrderTests
{
    [Fact]
    public void From_a_Flatten_to_the_next_dense_layer_everything_is_in_the_images_order() => Check(
        "[ImageInput(2, 2, 3)][Flatten][BatchNorm][ReLU][LayerNorm][PReLU(PerChannel = true)][PReLU][Dense(5)][BatchNorm][Dense(4)]",
        [
            "batchnorm1.weight: → 4×3",
            "batchnorm1.bias: → 4×3",
            "batchnorm1.running_mean: → 4×3",
            "batchnorm1.running_var: → 4×3",
            "layernorm1.weight: → 4×3",
            "layernorm1.bias: → 4×3",
            "prelu1.weight: → 4×3",
            "dense1.weight: 4×3 →",
        ]);

    [Fact]
    public void A_maxout_ends_the_order_as_a_dense_layer_does() => Check(
        "[ImageInput(2, 2, 3)][Flatten][Maxout(5, Pieces = 3)][Dense(4)]",
        ["maxout1.weight: 4×3 →"]);

    [Fact]
    public void Images_of_one_channel_and_of_one_pixel_need_no_order()
    {
        Check("[ImageInput(4, 5, 1)][Flatten][BatchNorm][Dense(4)]", []);
        Check("[ImageInput(1, 1, 12)][Flatten][BatchNorm][Dense(4)]", []);
    }

    [Fact]
    public void What_is_added_to_a_flattened_image_takes_its_order_and_its_biases_too() => Check(
        "[ImageInput(2, 2, 3)][Flatten][Residual<Same>][Dense(4)]",
        [
            "residual1.branch.dense1.weight: 4×3 → 4×3",
            "residual1.branch.dense1.bias: → 4×3",
            "dense1.weight: 4×3 →",
        ]);

    [Fact]
    public void So_does_what_gates_it() => Check(
        "[ImageInput(2, 2, 3)][Flatten][Gate<Same>][Dense(4)]",
        [
            "gate1.dense1.weight: 4×3 → 4×3",
            "gate1.dense1.bias: → 4×3",
            "dense1.weight: 4×3 →",
        ]);

    [Fact]
    public void Joined_vectors_keep_each_its_own() => Check(
        "[ImageInput(2, 2, 3)][Flatten][Concat<Narrow, Identity, Narrow>][BatchNorm(Frozen = true)][Dense(4)]",
        [
            "concat1.0.dense1.weight: 4×3 →",
            "concat1.2.dense1.weight: 4×3 →",
            "batchnorm1.weight: → 1×5, 4×3, 1×5",
            "batchnorm1.bias: → 1×5, 4×3, 1×5",
            "batchnorm1.running_mean: → 1×5, 4×3, 1×5",
            "batchnorm1.running_var: → 1×5, 4×3, 1×5",
            "dense1.weight: 1×5, 4×3, 1×5 →",
        ]);

    [Fact]
    public void Repeated_blocks_are_crossed() => Check(
        "[ImageInput(2, 2, 3)][Flatten][Use<Scaled>][Repeat<Scaled>(2)][Dense(4)]",
        ["use1.prelu1.weight: → 4×3", "repeat1.0.prelu1.weight: → 4×3", "repeat1.1.prelu1.weight: → 4×3", "dense1.weight: 4×3 →"]);

    [Fact]
    public void Before_a_Reshape_to_an_image_a_dense_layer_and_what_follows_it_are_in_that_images_order() => Check(
        "[Input(5)][Dense(12)][BatchNorm][Reshape(2, 2, 3)][BatchNorm]",
        [
            "dense1.weight: → 4×3",
            "batchnorm1.weight: → 4×3",
            "batchnorm1.bias: → 4×3",
            "batchnorm1.running_mean: → 4×3",
            "batchnorm1.running_var: → 4×3",
        ]);

    [Fact]
    public void A_maxout_before_a_Reshape_keeps_its_pieces_side_by_side_in_the_state() => Check(
        "[Input(5)][Maxout(12, Pieces = 2)][Reshape(2, 2, 3)][BatchNorm]",
        ["maxout1.weight: → 4×3", "maxout1.bias: → 4×3"]);

    [Fact]
    public void The_networks_own_input_is_reshaped_as_the_user_sees_it() => Check(
        "[Input(12)][BatchNorm][Residual<Same>][Reshape(2, 2, 3)][Flatten][Dense(4)]",
        ["dense1.weight: 4×3 →"]);

    [Fact]
    public void A_sequence_is_flattened_as_an_image_of_one_row() => Check(
        "[SequenceInput(4, 3)][Dense(3)][Flatten][Dense(4)]",
        ["dense2.weight: 4×3 →"]);

    [Fact]
    public void Plain_vectors_have_no_order() => Check("[Input(12)][Dense(12)][BatchNorm][Residual<Same>][Gate<Same>][Dense(4)]", []);

    private static void Check(string layers, string[] expected)
    {
        string source = $$"""
            using Layerwright;

            [Network] {{layers}}
            public partial class Net;

            [Block] [Dense(12)]
            class Same;

            [Block] [Dense(5)]
            class Narrow;

            [Block] [PReLU(PerChannel = true)]
            class Scaled;
            """;
        var symbol = SourceCompilation.Create(source).GetTypeByMetadataName("Net")!;
        var network = NetworkInference.Infer(DeclarationParser.Parse(symbol, LanguageVersion.Latest, CancellationToken.None));
        Assert.False(network.IsBroken, network.FirstError?.ToString());
        var ordered = network.Flatten()
            .SelectMany(layer => layer.Parameters.Select(parameter => $"{layer.Key}.{parameter.Name}: {Text(parameter.InputOrder)} → {Text(parameter.OutputOrder)}"))
            .Select(line => line.Replace(":  →", ": →", StringComparison.Ordinal).TrimEnd())
            .Where(line => !line.EndsWith(": →", StringComparison.Ordinal));
        Assert.Equal(expected, ordered);
    }

    private static string Text(FeatureOrder order) => string.Join(", ", order.Segments.Select(segment => $"{segment.Positions}×{segment.Channels}"));
}
