using Layerwright.Testing.Interpretation;
using Layerwright.Testing.Interpretation.Modules;
using Layerwright.Testing.RandomNetworks;

namespace Layerwright.Tests.Gradients;

/// <summary>Winograd's detour, by which noise is told, is a convolution.</summary>
public class NoisyWinogradTests
{
    [Theory]
    [InlineData(2, 4, 4, 1)]
    [InlineData(2, 5, 7, 1)]
    [InlineData(2, 3, 3, 0)]
    [InlineData(2, 6, 5, 0)]
    [InlineData(2, 1, 4, 2)]
    [InlineData(4, 4, 4, 1)]
    [InlineData(4, 5, 7, 1)]
    [InlineData(4, 3, 3, 0)]
    [InlineData(4, 6, 5, 0)]
    [InlineData(4, 1, 4, 2)]
    public void Without_rounding_it_is_the_convolution_and_its_input_gradient(int size, int height, int width, int pad)
    {
        var random = new Random((height * 100) + width);
        var input = SpecShape.Image(height, width, 3);
        var spec = new NetworkSpec("Net", new InputSpec(input), [new Conv2DSpec(2, new WindowSpec(3).Pad(pad)) { UseBias = false }], LossKind.None);
        var interpreter = new Interpreter(spec);
        double[] weights = interpreter.State["conv1.weight"].Values;
        Fill(weights, random);
        Matrix values = new(2, input.Length), gradient = new(2, interpreter.Output.Length);
        Fill(values.Values, random);
        Fill(gradient.Values, random);
        var pass = new Pass();
        double Weight(int filter, int channel, int y, int x) => weights[(((filter * 3) + channel) * 9) + (y * 3) + x];

        var outputs = NoisyWinograd.Run(size, values, input, interpreter.Output, (pad, pad), Weight, pass);
        var gradients = NoisyWinograd.Run(size, gradient, interpreter.Output, input, (2 - pad, 2 - pad), (c, f, y, x) => Weight(f, c, 2 - y, 2 - x), pass);

        AssertEqual(interpreter.Forward(values, pass), outputs);
        AssertEqual(interpreter.Backward(gradient, pass), gradients);
    }

    private static void Fill(double[] values, Random random)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = random.NextNormal();
        }
    }

    private static void AssertEqual(Matrix expected, Matrix actual)
    {
        Assert.Equal(expected.Values.Length, actual.Values.Length);
        Assert.All(expected.Values.Zip(actual.Values), pair => Assert.InRange(pair.Second - pair.First, -1e-12, 1e-12));
    }
}
