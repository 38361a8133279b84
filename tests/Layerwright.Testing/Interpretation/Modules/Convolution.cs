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

    protected Flow Input => input;

    protected Parameter Weight => weight;

    public override IEnumerable<Parameter> Parameters => bias is null ? [weight] : [weight, bias];

    protected override Matrix Compute(Matrix values, Pass pass)
    {
        _input = values;
        var result = Multiply(values, pass);
        for (int i = 0; bias is not null && i < result.Values.Length; i++)
        {
            result.Values[i] += bias.Values[i % Output.Channels];
        }

        return result;
    }

    protected override Matrix Differentiate(Matrix gradient, Pass pass)
    {
        for (int i = 0; bias is not null && i < gradient.Values.Length; i++)
        {
            bias.AddGradient(i % Output.Channels, pass.Round(gradient.Values[i]));
        }

        for (int row = 0; row < gradient.Rows; row++)
        {
            foreach (var (x, y, w) in terms)
            {
                weight.AddGradient(w, pass.Round(gradient[row, y] * _input[row, x]));
            }
        }

        return MultiplyBack(gradient, pass);
    }

    /// <summary>The sums of products.</summary>
    protected virtual Matrix Multiply(Matrix values, Pass pass)
    {
        var result = new Matrix(values.Rows, Output.Length);
        for (int row = 0; row < values.Rows; row++)
        {
            foreach (var (x, y, w) in terms)
            {
                result[row, y] += pass.Round(values[row, x] * weight.Values[w]);
            }
        }

        return result;
    }

    /// <summary>The input's gradient.</summary>
    protected virtual Matrix MultiplyBack(Matrix gradient, Pass pass)
    {
        var result = new Matrix(gradient.Rows, input.Length);
        for (int row = 0; row < gradient.Rows; row++)
        {
            foreach (var (x, y, w) in terms)
            {
                result[row, x] += pass.Round(gradient[row, y] * weight.Values[w]);
            }
        }

        return result;
    }
}
