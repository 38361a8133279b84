namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>eˣ/Σeˣ over each row, or its logarithm.</summary>
internal sealed class Softmax(string path, int length, bool isLogarithmic) : Module(path, length)
{
    private Matrix _logarithms = new(0, 0);

    protected override Matrix Compute(Matrix input, Pass pass)
    {
        _logarithms = new Matrix(input.Rows, OutputLength);
        for (int row = 0; row < input.Rows; row++)
        {
            double max = Enumerable.Range(0, OutputLength).Max(column => input[row, column]);
            double logarithm = max + Math.Log(Enumerable.Range(0, OutputLength).Sum(column => Math.Exp(input[row, column] - max)));
            for (int column = 0; column < OutputLength; column++)
            {
                _logarithms[row, column] = input[row, column] - logarithm;
            }
        }

        return isLogarithmic ? _logarithms : _logarithms.Map(Math.Exp);
    }

    protected override Matrix Differentiate(Matrix gradient, Pass pass)
    {
        var result = new Matrix(gradient.Rows, OutputLength);
        for (int row = 0; row < gradient.Rows; row++)
        {
            double Weight(int column) => isLogarithmic ? 1 : Math.Exp(_logarithms[row, column]);
            double sum = Enumerable.Range(0, OutputLength).Sum(column => pass.Round(gradient[row, column] * Weight(column)));
            for (int column = 0; column < OutputLength; column++)
            {
                double y = Math.Exp(_logarithms[row, column]);
                result[row, column] = isLogarithmic ? gradient[row, column] - (y * sum) : y * (gradient[row, column] - sum);
            }
        }

        return result;
    }
}
