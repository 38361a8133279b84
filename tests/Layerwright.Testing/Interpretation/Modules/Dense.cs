namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>y = x·Wᵀ + b, of each position alone.</summary>
internal sealed class Dense(string path, string key, Flow input, int outputs, WeightSpec spec, bool hasBias)
    : LineModule(path, input.WithChannels(outputs))
{
    private readonly int _inputs = input.Channels;
    private readonly Parameter _weight = Parameter.Weight(key, spec, outputs, input.Channels);
    private readonly Parameter? _bias = Parameter.Bias(key, spec, outputs, hasBias);
    private Matrix _input = new(0, 0);

    public override IEnumerable<Parameter> Parameters => _bias is null ? [_weight] : [_weight, _bias];

    protected override Matrix ComputeLines(Matrix input, Pass pass) => ComputeMaps(input, pass);

    protected override Matrix DifferentiateLines(Matrix gradient, Pass pass) => DifferentiateMaps(gradient, pass);

    /// <summary>The maps alone: no layer of the pass's.</summary>
    public Matrix ComputeMaps(Matrix input, Pass pass)
    {
        _input = input;
        var output = new Matrix(input.Rows, Columns);
        for (int row = 0; row < input.Rows; row++)
        {
            for (int unit = 0; unit < Columns; unit++)
            {
                double sum = _bias?.Values[unit] ?? 0;
                for (int i = 0; i < _inputs; i++)
                {
                    sum += pass.Round(input[row, i] * _weight.Values[(unit * _inputs) + i]);
                }

                output[row, unit] = sum;
            }
        }

        return output;
    }

    /// <summary>Their reverse.</summary>
    public Matrix DifferentiateMaps(Matrix gradient, Pass pass)
    {
        var result = new Matrix(gradient.Rows, _inputs);
        for (int row = 0; row < gradient.Rows; row++)
        {
            for (int unit = 0; unit < Columns; unit++)
            {
                double g = gradient[row, unit];
                if (_bias is not null)
                {
                    _bias.AddGradient(unit, pass.Round(g));
                }

                for (int i = 0; i < _inputs; i++)
                {
                    _weight.AddGradient((unit * _inputs) + i, pass.Round(g * _input[row, i]));
                    result[row, i] += pass.Round(g * _weight.Values[(unit * _inputs) + i]);
                }
            }
        }

        return result;
    }
}
