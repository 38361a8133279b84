namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>Inverted dropout of whole channels: all positions of one, or none.</summary>
internal sealed class SpatialDropout(string path, Flow flow, double rate) : DropoutModule(path, flow, rate)
{
    protected override (double Factor, double Shift, double Dropped) Map(double rate) => (1 / (1 - rate), 0, 0);

    // A dropped channel shows nothing but zeros; one that is kept may show some.
    protected override bool IsKept(int column, Func<int, bool> keeps) =>
        Enumerable.Range(0, Output.Positions).Any(position => keeps((position * Output.Channels) + (column % Output.Channels)));
}
