namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>y = x ⊙ T(x); T(x) is of x's shape, or a vector of one factor for each channel.</summary>
internal sealed class Gate(string path, Module block, Flow flow) : Module(path, flow)
{
    private Matrix _input = new(0, 0);
    private Matrix _factors = new(0, 0);

    public override IEnumerable<Parameter> Parameters => block.Parameters;

    protected override Matrix Compute(Matrix input, Pass pass)
    {
        _input = input;
        _factors = block.Forward(input, pass);
        var output = new Matrix(input.Rows, input.Columns);
        for (int row = 0; row < input.Rows; row++)
        {
            for (int i = 0; i < input.Columns; i++)
            {
                output[row, i] = input[row, i] * _factors[row, i % _factors.Columns];
            }
        }

        return output;
    }

    protected override Matrix Differentiate(Matrix gradient, Pass pass)
    {
        Matrix direct = new(gradient.Rows, gradient.Columns), factors = new(gradient.Rows, _factors.Columns);
        for (int row = 0; row < gradient.Rows; row++)
        {
            for (int i = 0; i < gradient.Columns; i++)
            {
                direct[row, i] = gradient[row, i] * _factors[row, i % _factors.Columns];
                factors[row, i % _factors.Columns] += pass.Round(gradient[row, i] * _input[row, i]);
            }
        }

        return direct.Zip(block.Backward(factors, pass), (one, other) => one + other);
    }
}
