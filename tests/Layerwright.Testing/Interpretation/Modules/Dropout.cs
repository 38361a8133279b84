namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>Inverted dropout: what is kept is divided by the share that is kept.</summary>
internal sealed class Dropout(string path, Flow flow, double rate) : DropoutModule(path, flow, rate)
{
    protected override (double Factor, double Shift, double Dropped) Map(double rate) => (1 / (1 - rate), 0, 0);
}
