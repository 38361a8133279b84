namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>eˣ/Σeˣ over the last axis, or its logarithm.</summary>
internal sealed class Softmax(string path, Flow flow, bool isLogarithmic) : LineModule(path, flow)
{
    private Matrix _logarithms = new(0, 0);

    protected override Matrix ComputeLines(Matrix input, Pass pass)
    {
        _logarithms = new Matrix(input.Rows, Columns);
        for (int row = 0; row < input.Rows; row++)
        {
            double max = Enumerable.Range(0, Columns).Max(column => input[row, column]);
            double logarithm = max + Math.Log(Enumerable.Range(0, Columns).Sum(column => Math.Exp(input[row, column] - max)));
            for (int column = 0; column < Columns; column++)
            {
                _logarithms[row, column] = input[row, column] - logarithm;
            }
        }

        return isLogarithmic ? _logarithms : _logarithms.Map(Math.Exp);
    }

    protected override Matrix DifferentiateLines(Matrix gradient, Pass pass)
    {
        var result = new Matrix(gradient.Rows, Columns);
        for (int row = 0; row < gradient.Rows; row++)
        {
            double Weight(int column) => isLogarithmic ? 1 : Math.Exp(_logarithms[row, column]);
            double sum = Enumerable.Range(0, Columns).Sum(column => pass.Round(gradient[row, column] * Weight(column)));
            for (int column = 0; column < Columns; column++)
            {
                double y = Math.Exp(_logarithms[row, column]);
                result[row, column] = isLogarithmic ? gradient[row, column] - (y * sum) : y * (gradient[row, column] - sum);
            }
        }

        return result;
    }
}
