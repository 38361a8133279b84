namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>A layer that replaces elements at random by a number, and maps those it keeps linearly.</summary>
internal abstract class DropoutModule(string path, Flow flow, double rate) : Module(path, flow)
{
    private Matrix _factors = new(0, 0);

    /// <summary>What kept elements are multiplied by and what is added to them; what dropped ones become.</summary>
    protected abstract (double Factor, double Shift, double Dropped) Map(double rate);

    /// <summary>Whether the element of a column is kept, from what is shown of the row's elements.</summary>
    protected virtual bool IsKept(int column, Func<int, bool> keeps) => keeps(Output.Shown(column));

    protected override Matrix Compute(Matrix input, Pass pass)
    {
        double present = rate * pass.DropoutFactor;
        _factors = input.Map(_ => 1);
        if (!pass.IsTraining || present == 0)
        {
            return input;
        }

        var keeps = pass.Keeps ?? throw new InvalidOperationException($"{Path} drops elements, but the pass has no mask.");
        var (factor, shift, dropped) = Map(present);
        var output = new Matrix(input.Rows, input.Columns);
        for (int row = 0; row < input.Rows; row++)
        {
            for (int column = 0; column < input.Columns; column++)
            {
                bool isKept = IsKept(column, shown => keeps(Path, row, shown, dropped));
                _factors[row, column] = isKept ? factor : 0;
                output[row, column] = isKept ? (factor * input[row, column]) + shift : dropped;
            }
        }

        return output;
    }

    protected override Matrix Differentiate(Matrix gradient, Pass pass) => gradient.Zip(_factors, (g, factor) => g * factor);
}
