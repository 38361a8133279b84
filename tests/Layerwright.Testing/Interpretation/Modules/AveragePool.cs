namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>The mean of each window, channel by channel; of its elements, or with padding as zeros among them.</summary>
internal sealed class AveragePool(string path, Flow input, Flow output, Sweep sweep, int? windowSize) : Module(path, output)
{
    private readonly int[] _counts =
    [
        .. sweep.Links.GroupBy(link => link.Output).OrderBy(window => window.Key).Select(window => windowSize ?? window.Count()),
    ];

    protected override Matrix Compute(Matrix values, Pass pass)
    {
        var result = new Matrix(values.Rows, Output.Length);
        ForEach(values.Rows, (row, from, to, count) => result[row, to] += pass.Round(values[row, from]) / count);
        return result;
    }

    protected override Matrix Differentiate(Matrix gradient, Pass pass)
    {
        var result = new Matrix(gradient.Rows, input.Length);
        ForEach(gradient.Rows, (row, from, to, count) => result[row, from] += pass.Round(gradient[row, to]) / count);
        return result;
    }

    private void ForEach(int rows, Action<int, int, int, int> add)
    {
        for (int row = 0; row < rows; row++)
        {
            foreach (var (to, _, from) in sweep.Links)
            {
                for (int channel = 0; channel < Output.Channels; channel++)
                {
                    add(row, (from * Output.Channels) + channel, (to * Output.Channels) + channel, _counts[to]);
                }
            }
        }
    }
}
