namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>y = γ·(x − μ)/√(σ² + ε) + β over the features of each row, the channels of each position; without a mean μ = 0 and there is no β.</summary>
internal sealed class RowNorm(string path, string key, Flow flow, RowNormSpec spec) : LineModule(path, flow)
{
    private readonly Parameter _gamma = new($"{key}.weight", flow.Channels);
    private readonly Parameter? _beta = spec.SubtractsMean ? new Parameter($"{key}.bias", flow.Channels) : null;
    private double[] _inverseDeviation = [];
    private Matrix _normalized = new(0, 0);

    public override IEnumerable<Parameter> Parameters => _beta is null ? [_gamma] : [_gamma, _beta];

    protected override Matrix ComputeLines(Matrix input, Pass pass)
    {
        _normalized = new Matrix(input.Rows, Columns);
        _inverseDeviation = new double[input.Rows];
        var output = new Matrix(input.Rows, Columns);
        for (int row = 0; row < input.Rows; row++)
        {
            double mean = 0, squares = 0;
            for (int column = 0; spec.SubtractsMean && column < Columns; column++)
            {
                mean += pass.Round(input[row, column]) / Columns;
            }

            for (int column = 0; column < Columns; column++)
            {
                squares += pass.Round((input[row, column] - mean) * (input[row, column] - mean));
            }

            _inverseDeviation[row] = 1 / Math.Sqrt((squares / Columns) + spec.Epsilon);
            for (int column = 0; column < Columns; column++)
            {
                _normalized[row, column] = (input[row, column] - mean) * _inverseDeviation[row];
                output[row, column] = (_gamma.Values[column] * _normalized[row, column]) + (_beta?.Values[column] ?? 0);
            }
        }

        return output;
    }

    protected override Matrix DifferentiateLines(Matrix gradient, Pass pass)
    {
        var result = new Matrix(gradient.Rows, Columns);
        for (int row = 0; row < gradient.Rows; row++)
        {
            double sum = 0, dot = 0;
            for (int column = 0; column < Columns; column++)
            {
                double g = gradient[row, column], scaled = g * _gamma.Values[column], x = _normalized[row, column];
                sum += spec.SubtractsMean ? pass.Round(scaled) / Columns : 0;
                dot += pass.Round(scaled * x) / Columns;
                _gamma.AddGradient(column, pass.Round(g * x));
                if (_beta is not null)
                {
                    _beta.AddGradient(column, pass.Round(g));
                }
            }

            (sum, dot) = (pass.Round(sum), pass.Round(dot));
            for (int column = 0; column < Columns; column++)
            {
                double scaled = gradient[row, column] * _gamma.Values[column];
                result[row, column] = _inverseDeviation[row] * (scaled - sum - (_normalized[row, column] * dot));
            }
        }

        return result;
    }
}
