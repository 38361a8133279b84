namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>y = γ·(x − μ)/√(σ² + ε) + β; μ and σ² of each row's groups of contiguous channels over all positions.</summary>
internal sealed class GroupNorm(string path, string key, Flow flow, GroupNormSpec spec) : Module(path, flow)
{
    private readonly Parameter _gamma = new($"{key}.weight", flow.Channels);
    private readonly Parameter _beta = new($"{key}.bias", flow.Channels);
    private double[] _inverseDeviation = [];
    private Matrix _normalized = new(0, 0);

    public override IEnumerable<Parameter> Parameters => [_gamma, _beta];

    private int Members => Output.Length / spec.Groups;

    protected override Matrix Compute(Matrix input, Pass pass)
    {
        double[] means = new double[input.Rows * spec.Groups], squares = new double[means.Length];
        ForEach(input, (row, i, group, _) => means[group] += pass.Round(input[row, i]) / Members);
        ForEach(input, (row, i, group, _) => squares[group] += pass.Round((input[row, i] - means[group]) * (input[row, i] - means[group])));
        _inverseDeviation = Array.ConvertAll(squares, sum => pass.Round(1 / Math.Sqrt((sum / Members) + spec.Epsilon)));
        _normalized = new Matrix(input.Rows, input.Columns);
        var output = new Matrix(input.Rows, input.Columns);
        ForEach(input, (row, i, group, channel) =>
        {
            _normalized[row, i] = (input[row, i] - means[group]) * _inverseDeviation[group];
            output[row, i] = (_gamma.Values[channel] * _normalized[row, i]) + _beta.Values[channel];
        });
        return output;
    }

    protected override Matrix Differentiate(Matrix gradient, Pass pass)
    {
        double[] sums = new double[gradient.Rows * spec.Groups], dots = new double[sums.Length];
        ForEach(gradient, (row, i, group, channel) =>
        {
            double g = gradient[row, i], scaled = g * _gamma.Values[channel];
            _beta.AddGradient(channel, pass.Round(g));
            _gamma.AddGradient(channel, pass.Round(g * _normalized[row, i]));
            sums[group] += pass.Round(scaled) / Members;
            dots[group] += pass.Round(scaled * _normalized[row, i]) / Members;
        });
        sums = Array.ConvertAll(sums, pass.Round);
        dots = Array.ConvertAll(dots, pass.Round);
        var result = new Matrix(gradient.Rows, gradient.Columns);
        ForEach(gradient, (row, i, group, channel) =>
        {
            double scaled = gradient[row, i] * _gamma.Values[channel];
            result[row, i] = _inverseDeviation[group] * (scaled - sums[group] - (_normalized[row, i] * dots[group]));
        });
        return result;
    }

    // Row, column, the group counted over all rows, the channel.
    private void ForEach(Matrix matrix, Action<int, int, int, int> visit)
    {
        int share = Output.Channels / spec.Groups;
        for (int row = 0; row < matrix.Rows; row++)
        {
            for (int i = 0; i < matrix.Columns; i++)
            {
                int channel = i % Output.Channels;
                visit(row, i, (row * spec.Groups) + (channel / share), channel);
            }
        }
    }
}
