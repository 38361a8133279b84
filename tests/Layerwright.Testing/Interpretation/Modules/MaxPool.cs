namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>The largest element of each window, channel by channel; the first of equal ones; padding is −∞.</summary>
internal sealed class MaxPool(string path, Flow input, Flow output, Sweep sweep) : Module(path, output)
{
    private readonly ILookup<int, int> _windows = sweep.Links.ToLookup(link => link.Output, link => link.Input);
    private (int Piece, double Lead)[] _winners = [];

    protected override Matrix Compute(Matrix values, Pass pass)
    {
        var result = new Matrix(values.Rows, Output.Length);
        _winners = new (int, double)[values.Rows * Output.Length];
        for (int row = 0; row < values.Rows; row++)
        {
            for (int i = 0; i < Output.Length; i++)
            {
                int[] candidates = [.. _windows[i / Output.Channels].Select(position => (position * Output.Channels) + (i % Output.Channels))];
                int winner = candidates.MaxBy(candidate => values[row, candidate]);
                double lead = candidates.Where(candidate => candidate != winner)
                    .Select(candidate => values[row, winner] - values[row, candidate]).DefaultIfEmpty(double.MaxValue).Min();
                _winners[(row * Output.Length) + i] = (winner, lead);
                result[row, i] = values[row, winner];
            }
        }

        pass.Winners[Path] = _winners;
        return result;
    }

    protected override Matrix Differentiate(Matrix gradient, Pass pass)
    {
        var result = new Matrix(gradient.Rows, input.Length);
        for (int row = 0; row < gradient.Rows; row++)
        {
            for (int i = 0; i < Output.Length; i++)
            {
                result[row, _winners[(row * Output.Length) + i].Piece] += pass.Round(gradient[row, i]);
            }
        }

        return result;
    }
}
