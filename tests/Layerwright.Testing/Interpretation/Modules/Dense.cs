namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>y = x·Wᵀ + b.</summary>
internal sealed class Dense(string path, string key, int inputs, int outputs, WeightSpec spec, bool hasBias) : Module(path, outputs)
{
    private readonly Parameter _weight = new($"{key}.weight", outputs, inputs)
    {
        IsWeight = true,
        IsTrainable = !spec.Frozen,
        L1 = spec.Frozen ? 0 : spec.L1,
        L2 = spec.Frozen ? 0 : spec.L2,
    };

    private readonly Parameter? _bias = hasBias ? new Parameter($"{key}.bias", outputs) { IsTrainable = !spec.Frozen } : null;
    private Matrix _input = new(0, 0);

    public override IEnumerable<Parameter> Parameters => _bias is null ? [_weight] : [_weight, _bias];

    protected override Matrix Compute(Matrix input, Pass pass) => ComputeMaps(input, pass);

    protected override Matrix Differentiate(Matrix gradient, Pass pass) => DifferentiateMaps(gradient, pass);

    /// <summary>The maps alone: no layer of the pass's.</summary>
    public Matrix ComputeMaps(Matrix input, Pass pass)
    {
        _input = input;
        var output = new Matrix(input.Rows, OutputLength);
        for (int row = 0; row < input.Rows; row++)
        {
            for (int unit = 0; unit < OutputLength; unit++)
            {
                double sum = _bias?.Values[unit] ?? 0;
                for (int i = 0; i < inputs; i++)
                {
                    sum += pass.Round(input[row, i] * _weight.Values[(unit * inputs) + i]);
                }

                output[row, unit] = sum;
            }
        }

        return output;
    }

    /// <summary>Their reverse.</summary>
    public Matrix DifferentiateMaps(Matrix gradient, Pass pass)
    {
        var result = new Matrix(gradient.Rows, inputs);
        for (int row = 0; row < gradient.Rows; row++)
        {
            for (int unit = 0; unit < OutputLength; unit++)
            {
                double g = gradient[row, unit];
                if (_bias is not null)
                {
                    _bias.Gradient[unit] += pass.Round(g);
                }

                for (int i = 0; i < inputs; i++)
                {
                    _weight.Gradient[(unit * inputs) + i] += pass.Round(g * _input[row, i]);
                    result[row, i] += pass.Round(g * _weight.Values[(unit * inputs) + i]);
                }
            }
        }

        return result;
    }
}
