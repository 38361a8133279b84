namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>
/// A layer whose outputs are sums of products of inputs and weights, plus a bias for each channel, written out product by product:
/// convolutions of every kind and their transposes.
/// </summary>
/// <param name="path">The member's name with its blocks.</param>
/// <param name="input">What it takes.</param>
/// <param name="output">What it yields.</param>
/// <param name="weight">PyTorch's layout.</param>
/// <param name="bias">One for each output channel, or none.</param>
/// <param name="terms">Of one row: the input, the output, the weight.</param>
internal class Convolution(string path, Flow input, Flow output, Parameter weight, Parameter? bias, ConvolutionTerm[] terms) : Module(path, output)
{
    private Matrix _input = new(0, 0);

    public override IEnumerable<Parameter> Parameters => bias is null ? [weight] : [weight, bias];

    protected override Matrix Compute(Matrix input, Pass pass)
    {
        _input = input;
        var result = new Matrix(input.Rows, Output.Length);
        for (int row = 0; row < input.Rows; row++)
        {
            for (int i = 0; i < Output.Length; i++)
            {
                result[row, i] = bias?.Values[i % Output.Channels] ?? 0;
            }

            foreach (var (x, y, w) in terms)
            {
                result[row, y] += pass.Round(input[row, x] * weight.Values[w]);
            }
        }

        return result;
    }

    protected override Matrix Differentiate(Matrix gradient, Pass pass)
    {
        var result = new Matrix(gradient.Rows, input.Length);
        for (int row = 0; row < gradient.Rows; row++)
        {
            for (int i = 0; bias is not null && i < Output.Length; i++)
            {
                bias.Gradient[i % Output.Channels] += pass.Round(gradient[row, i]);
            }

            foreach (var (x, y, w) in terms)
            {
                weight.Gradient[w] += pass.Round(gradient[row, y] * _input[row, x]);
                result[row, x] += pass.Round(gradient[row, y] * weight.Values[w]);
            }
        }

        return result;
    }
}
