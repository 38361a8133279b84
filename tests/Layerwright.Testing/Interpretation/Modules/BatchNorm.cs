namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>y = γ·(x − μ)/√(σ² + ε) + β, per feature or channel; μ and σ² of the batch in training, running ones in prediction and where frozen.</summary>
internal sealed class BatchNorm(string path, string key, Flow flow, BatchNormSpec spec) : LineModule(path, flow)
{
    private readonly Parameter _gamma = new($"{key}.weight", flow.Channels) { IsTrainable = !spec.Frozen };
    private readonly Parameter _beta = new($"{key}.bias", flow.Channels) { IsTrainable = !spec.Frozen };
    private readonly Parameter _runningMean = new($"{key}.running_mean", flow.Channels) { IsTrainable = false };
    private readonly Parameter _runningVariance = new($"{key}.running_var", flow.Channels) { IsTrainable = false };
    private readonly double[] _inverseDeviation = new double[flow.Channels];
    private Matrix _normalized = new(0, 0);

    public override IEnumerable<Parameter> Parameters => [_gamma, _beta, _runningMean, _runningVariance];

    protected override Matrix ComputeLines(Matrix input, Pass pass)
    {
        _normalized = new Matrix(input.Rows, Columns);
        var output = new Matrix(input.Rows, Columns);
        for (int column = 0; column < Columns; column++)
        {
            var (mean, variance) = UsesBatch(pass) ? BatchStatistics(input, column, pass) : (_runningMean.Values[column], _runningVariance.Values[column]);
            _inverseDeviation[column] = 1 / Math.Sqrt(variance + spec.Epsilon);
            for (int row = 0; row < input.Rows; row++)
            {
                _normalized[row, column] = (input[row, column] - mean) * _inverseDeviation[column];
                output[row, column] = (_gamma.Values[column] * _normalized[row, column]) + _beta.Values[column];
            }
        }

        return output;
    }

    protected override Matrix DifferentiateLines(Matrix gradient, Pass pass)
    {
        var result = new Matrix(gradient.Rows, Columns);
        for (int column = 0; column < Columns; column++)
        {
            double sum = 0, dot = 0;
            for (int row = 0; row < gradient.Rows; row++)
            {
                double g = pass.Round(gradient[row, column]), part = pass.Round(gradient[row, column] * _normalized[row, column]);
                sum += g;
                dot += part;
                _beta.AddGradient(column, g);
                _gamma.AddGradient(column, part);
            }

            (sum, dot) = (pass.Round(sum), pass.Round(dot));
            for (int row = 0; row < gradient.Rows; row++)
            {
                double centred = UsesBatch(pass)
                    ? gradient[row, column] - ((sum + (_normalized[row, column] * dot)) / gradient.Rows)
                    : gradient[row, column];
                result[row, column] = _gamma.Values[column] * _inverseDeviation[column] * centred;
            }
        }

        return result;
    }

    private bool UsesBatch(Pass pass) => pass.IsTraining && !spec.Frozen;

    private (double Mean, double Variance) BatchStatistics(Matrix input, int column, Pass pass)
    {
        double mean = 0, squares = 0;
        for (int row = 0; row < input.Rows; row++)
        {
            mean += pass.Round(input[row, column]) / input.Rows;
        }

        for (int row = 0; row < input.Rows; row++)
        {
            squares += pass.Round((input[row, column] - mean) * (input[row, column] - mean));
        }

        Blend(_runningMean, column, mean);
        Blend(_runningVariance, column, squares / (input.Rows - 1));
        return (mean, squares / input.Rows);
    }

    private void Blend(Parameter running, int column, double value) =>
        running.Values[column] += spec.Momentum * (value - running.Values[column]);
}
