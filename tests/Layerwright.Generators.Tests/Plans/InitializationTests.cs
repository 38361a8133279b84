using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Layers;
using Layerwright.Testing.Compiling;
using Microsoft.CodeAnalysis.CSharp;

namespace Layerwright.Generators.Tests.Plans;

/// <summary>What weights start with, as inference decides: by the first nonlinearity that their output reaches, and by their fans.</summary>
public class InitializationTests
{
    [Theory]
    [InlineData("[SequenceInput(8, 5)][Dense(6)][MaxPool1D(2)][Flatten][ReLU][Dense(3)]", "dense1", "Normal", 2.0 / 5)]
    [InlineData("[SequenceInput(8, 5)][Dense(6)][GlobalAveragePool1D][Dropout(0.5)][Tanh][Dense(3)]", "dense1", "Normal", 2.0 / 11)]
    [InlineData("[Input(5)][Dense(12)][Reshape(2, 2, 3)][BatchNorm][Upsample2D(2)][ReLU][GlobalAveragePool2D][Dense(3)]", "dense1", "Normal", 2.0 / 5)]
    public void Auto_looks_through_pooling_and_reshaping(string layers, string layer, string form, double variance) =>
        Check(layers, layer, form, variance);

    [Theory]
    [InlineData("[Input(5)][Dense(6)][Concat<Identity, Plain>][ReLU][Dense(3)]", "dense1", "Normal", 2.0 / 5)]
    [InlineData("[Input(5)][Dense(6)][Concat<Identity, Plain>][ReLU][Dense(3)]", "concat1.1.dense1", "Normal", 2.0 / 6)]
    [InlineData("[Input(5)][Dense(6)][Concat<Identity, Bent>][Dense(3)]", "dense1", "Normal", 1.0 / 5)]
    public void Auto_looks_through_concatenations(string layers, string layer, string form, double variance) =>
        Check(layers, layer, form, variance);

    [Theory]
    [InlineData("[Input(5)][Dense(6)][Gate<Mask>][ReLU][Dense(3)]", "dense1", "Normal", 2.0 / 5)]
    [InlineData("[Input(5)][Dense(6)][Gate<Mask>][ReLU][Dense(3)]", "gate1.dense1", "Normal", 2.0 / 6)]
    [InlineData("[Input(5)][Dense(6)][Gate<Mask>][ReLU][Dense(3)]", "gate1.dense2", "Normal", 2.0 / 10)]
    public void Auto_looks_through_gates_and_inside_them_at_what_is_there(string layers, string layer, string form, double variance) =>
        Check(layers, layer, form, variance);

    [Theory]
    [InlineData("Convolution, 16 filters, 8 channels, 3 × 5", 8 * 15, 16 * 15)]
    [InlineData("Convolution, 16 filters, 8 channels, 3 × 5, 4 groups", 2 * 15, 4 * 15)]
    [InlineData("Depthwise, 8 channels, multiplier 2, 3 × 5", 15, 2 * 15)]
    [InlineData("Transposed, 16 filters, 8 channels, 3 × 5, strides 2 × 2", 8 * 15 / 4.0, 16 * 15)]
    public void Fans_count_the_kernel_and_the_groups(string what, double fanIn, double fanOut)
    {
        var kernel = CodeModel.Common.EquatableArray.Of(3, 5);
        var shape = what.Split(',')[0] switch
        {
            "Depthwise" => WeightShape.Depthwise(8, 2, kernel),
            "Transposed" => WeightShape.Transposed(16, 8, kernel, 4),
            _ => WeightShape.Convolution(16, 8, kernel, what.EndsWith("groups", StringComparison.Ordinal) ? 4 : 1),
        };
        Assert.Equal((fanIn, fanOut), (shape.FanIn, shape.FanOut));
    }

    private static void Check(string layers, string layer, string form, double variance)
    {
        string source = $$"""
            using Layerwright;

            [Network] {{layers}} [MeanSquaredError]
            public partial class Net;

            [Block] [Dense(4)]
            class Plain;

            [Block] [SELU] [Dense(4)]
            class Bent;

            [Block] [Dense(4)] [ReLU] [Dense(6)] [Sigmoid]
            class Mask;
            """;
        var symbol = SourceCompilation.Create(source).GetTypeByMetadataName("Net")!;
        var network = NetworkInference.Infer(DeclarationParser.Parse(symbol, LanguageVersion.Latest, CancellationToken.None));
        Assert.False(network.IsBroken, network.FirstError?.ToString());
        var start = network.Flatten().Single(inferred => inferred.Key == layer).Parameters.Single(parameter => parameter.Role == ParameterRole.Weight).Start;
        Assert.Equal(form, start.Form);
        Assert.Equal(Math.Sqrt(variance), start.Value, 1e-9);
    }
}
