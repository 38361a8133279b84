namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>y[u] = the largest of the linear maps u·k … u·k + k − 1; the first of equal ones.</summary>
internal sealed class Maxout(string path, string key, Flow input, MaxoutSpec spec, bool hasBias)
    : LineModule(path, input.WithChannels(spec.Units))
{
    private readonly Dense _maps = new($"{path}.maps", key, input, spec.Units * spec.Pieces, spec, hasBias);
    private (int Piece, double Lead)[] _winners = [];

    public override IEnumerable<Parameter> Parameters => _maps.Parameters;

    protected override Matrix ComputeLines(Matrix input, Pass pass)
    {
        // What happens inside the layer is not the pass's to see.
        var maps = _maps.ComputeMaps(input, pass);
        var output = new Matrix(input.Rows, Columns);
        _winners = new (int, double)[output.Values.Length];
        for (int i = 0; i < _winners.Length; i++)
        {
            double[] pieces = maps.Values[(i * spec.Pieces)..((i + 1) * spec.Pieces)];
            int winner = Array.IndexOf(pieces, pieces.Max());
            double lead = pieces.Where((_, piece) => piece != winner).Min(value => pieces[winner] - value);
            _winners[i] = (winner, lead);
            output.Values[i] = pieces[winner];
        }

        pass.Winners[Path] = _winners;
        return output;
    }

    protected override Matrix DifferentiateLines(Matrix gradient, Pass pass)
    {
        var maps = new Matrix(gradient.Rows, _maps.Columns);
        for (int i = 0; i < _winners.Length; i++)
        {
            maps.Values[(i * spec.Pieces) + _winners[i].Piece] = gradient.Values[i];
        }

        return _maps.DifferentiateMaps(maps, pass);
    }
}
