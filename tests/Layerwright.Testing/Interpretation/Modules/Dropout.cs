namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>Inverted dropout: what is kept is divided by the share that is kept.</summary>
internal sealed class Dropout(string path, int length, double rate) : Module(path, length)
{
    private Matrix _factors = new(0, 0);

    protected override Matrix Compute(Matrix input, Pass pass)
    {
        double present = rate * pass.DropoutFactor;
        _factors = new Matrix(input.Rows, OutputLength);
        bool isActive = pass.IsTraining && present > 0;
        var keeps = pass.Keeps;
        if (isActive && keeps is null)
        {
            throw new InvalidOperationException($"{Path} drops elements, but the pass has no mask.");
        }

        for (int row = 0; row < input.Rows; row++)
        {
            for (int column = 0; column < OutputLength; column++)
            {
                _factors[row, column] = !isActive ? 1 : keeps!(Path, row, column) ? 1 / (1 - present) : 0;
            }
        }

        return input.Zip(_factors, (x, factor) => x * factor);
    }

    protected override Matrix Differentiate(Matrix gradient, Pass pass) => gradient.Zip(_factors, (g, factor) => g * factor);
}
