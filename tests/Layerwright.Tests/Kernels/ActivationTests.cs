using Layerwright.Testing.Interpretation;

namespace Layerwright.Tests.Kernels;

/// <summary>Activations and their derivatives over the whole float range, at their kinks and at their ends.</summary>
[Trait("Kernels", "EveryWidth")]
public class ActivationTests
{
    private const int Rows = 5;

    private const float Infinity = float.PositiveInfinity;

    public static TheoryData<string> Names => [.. ActivationCase.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_of_all_floats_are_those_of_double_precision(string name)
    {
        var activation = ActivationCase.All[name];
        ForEachFinite(inputs => AssertClose(inputs, activation.Values(inputs), activation.Function.Value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Derivatives_at_all_floats_are_those_of_double_precision(string name)
    {
        var activation = ActivationCase.All[name];
        ForEachFinite(inputs => AssertClose(
            inputs, activation.Gradients([.. Enumerable.Repeat(-1f, inputs.Length)], inputs), x => -activation.Function.Derivative(x)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_element_meets_its_own_input_and_gradients_stay_0_in_the_padding(string name)
    {
        var activation = ActivationCase.All[name];
        foreach (int columns in Numbers.ColumnCounts)
        {
            float[,] inputs = Numbers.Small(Rows, columns, 1), gradients = Numbers.Small(Rows, columns, 2);
            float[,] values = activation.Values(inputs), slopes = activation.Gradients(gradients, inputs);
            for (int row = 0; row < Rows; row++)
            {
                for (int column = 0; column < columns; column++)
                {
                    Assert.Equal(activation.Function.Value(inputs[row, column]), values[row, column], 1e-6);
                    Assert.Equal(gradients[row, column] * activation.Function.Derivative(inputs[row, column]), slopes[row, column], 2e-6);
                }
            }
        }
    }

    // The numbers are PyTorch's.
    [Theory]
    [InlineData("ReLU", 0, 0)]
    [InlineData("ReLU6", 0, 0)]
    [InlineData("ReLU6", 6, 0)]
    [InlineData("LeakyReLU(0.1)", 0, 0.1)]
    [InlineData("LeakyReLU(-0.5)", 0, -0.5)]
    [InlineData("ELU", 0, 1)]
    [InlineData("ELU(2)", 0, 2)]
    [InlineData("ELU(-0.5)", 0, -0.5)]
    [InlineData("SELU", 0, 1.7580993)]
    [InlineData("HardTanh", -1, 0)]
    [InlineData("HardTanh", 1, 0)]
    [InlineData("HardSigmoid", -3, 0)]
    [InlineData("HardSigmoid", 3, 0)]
    [InlineData("HardSwish", -3, -0.5)]
    [InlineData("HardSwish", 3, 1)]
    [InlineData("HardSwish", 0, 0.5)]
    [InlineData("Softsign", 0, 1)]
    [InlineData("Sigmoid", 0, 0.25)]
    [InlineData("Tanh", 0, 1)]
    [InlineData("GELU", 0, 0.5)]
    [InlineData("GELU", 10, 1)]
    [InlineData("GELU", -20, 0)]
    [InlineData("GELU(Approximate)", 0, 0.5)]
    [InlineData("GELU(Approximate)", 10, 1)]
    [InlineData("GELU(Approximate)", -20, 0)]
    [InlineData("SiLU", 0, 0.5)]
    [InlineData("SiLU", -200, 0)]
    [InlineData("Mish", 0, 0.6)]
    [InlineData("Mish", 20, 1)]
    [InlineData("Softplus", 0, 0.5)]
    [InlineData("Softplus", 20, 1)]
    [InlineData("Softplus", 20.5, 1)]
    public void Derivatives_at_kinks_are_PyTorchs(string name, double input, double derivative)
    {
        float x = (float)input;
        foreach (float zeroOrSame in input == 0 ? new[] { 0f, -0f } : [x])
        {
            Assert.Equal(derivative, ActivationCase.All[name].Gradients([1f], [zeroOrSame])[0], 1e-6);
        }
    }

    [Theory]
    [InlineData("ReLU", 0, Infinity)]
    [InlineData("ReLU6", 0, 6)]
    [InlineData("LeakyReLU(0.1)", -Infinity, Infinity)]
    [InlineData("Tanh", -1, 1)]
    [InlineData("Sigmoid", 0, 1)]
    [InlineData("ELU(2)", -2, Infinity)]
    [InlineData("ELU(-0.5)", 0.5, Infinity)]
    [InlineData("SELU", -1.75809934, Infinity)]
    [InlineData("GELU", 0, Infinity)]
    [InlineData("GELU(Approximate)", 0, Infinity)]
    [InlineData("SiLU", 0, Infinity)]
    [InlineData("Mish", 0, Infinity)]
    [InlineData("Softplus", 0, Infinity)]
    [InlineData("Softsign", -1, 1)]
    [InlineData("HardTanh", -1, 1)]
    [InlineData("HardSigmoid", 0, 1)]
    [InlineData("HardSwish", 0, Infinity)]
    public void Infinite_inputs_give_the_limits(string name, float atMinusInfinity, float atInfinity)
    {
        var activation = ActivationCase.All[name];
        Assert.Equal([atMinusInfinity, atInfinity], activation.Values([-Infinity, Infinity]));
        Assert.All(activation.Gradients([1, 1], [-Infinity, Infinity]), slope => Assert.True(float.IsFinite(slope), $"{slope}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NaN_comes_through_and_so_does_a_gradient_of_NaN(string name)
    {
        var activation = ActivationCase.All[name];

        // All the NaNs there are: the usual one, a negative one, and those whose payload is all ones or only the last bit.
        float[] nans = [float.NaN, -float.NaN, .. new[] { uint.MaxValue, 0x7FFFFFFFu, 0x7F800001u }.Select(BitConverter.UInt32BitsToSingle)];
        Assert.All(activation.Values(nans), value => Assert.True(float.IsNaN(value)));
        Assert.All(activation.Gradients([float.NaN, float.NaN], [0.5f, 0.75f]), value => Assert.True(float.IsNaN(value)));
    }

    private static void ForEachFinite(Action<float[]> check)
    {
        foreach (float[] chunk in FloatRange.Chunks(stride: 16_381))
        {
            check(Array.FindAll(chunk, float.IsFinite));
        }
    }

    // Within five units in the last place of the result, or of 1 where that is less: next to what a layer adds up, smaller errors vanish.
    private static void AssertClose(float[] inputs, float[] actual, Func<double, double> exact)
    {
        for (int i = 0; i < inputs.Length; i++)
        {
            double expected = exact(inputs[i]);
            bool overflows = Math.Abs(expected) > float.MaxValue && Math.Abs(actual[i]) >= float.MaxValue;
            Assert.True(
                overflows || Math.Abs(actual[i] - expected) <= 5 * FloatRange.Ulp(Math.Max(1, Math.Abs(expected))),
                $"{inputs[i]:R} gives {actual[i]:R}, exactly {expected:R}");
        }
    }
}
