namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>x above 0, a learned slope times x elsewhere; one slope, or one for each channel.</summary>
internal sealed class PReLU(string path, string key, Flow flow, bool perChannel) : LineModule(path, flow)
{
    private readonly Parameter _slope = new($"{key}.weight", perChannel ? flow.Channels : 1);
    private Matrix _input = new(0, 0);

    public override IEnumerable<Parameter> Parameters => [_slope];

    protected override Matrix ComputeLines(Matrix input, Pass pass)
    {
        _input = input;
        pass.Meet(Path, input, ScalarFunction.Slope(_slope.Values[0]));
        return Map(input, (x, column) => x > 0 ? x : Slope(column) * x);
    }

    protected override Matrix DifferentiateLines(Matrix gradient, Pass pass)
    {
        for (int row = 0; row < gradient.Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                _slope.AddGradient(perChannel ? column : 0, pass.Round(gradient[row, column] * Math.Min(_input[row, column], 0)));
            }
        }

        return gradient.Zip(Map(_input, (x, column) => x > 0 ? 1 : Slope(column)), (g, slope) => g * slope);
    }

    private double Slope(int column) => _slope.Values[perChannel ? column : 0];

    private Matrix Map(Matrix values, Func<double, int, double> map)
    {
        var result = new Matrix(values.Rows, Columns);
        for (int i = 0; i < values.Values.Length; i++)
        {
            result.Values[i] = map(values.Values[i], i % Columns);
        }

        return result;
    }
}
