namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>
/// Alpha dropout, by torch.nn.functional's formulas: noise is 1 where kept, else 0; y = x·noise·a + ((noise − 1)·α·a + α·a·p).
/// </summary>
internal sealed class AlphaDropout(string path, Flow flow, double rate) : DropoutModule(path, flow, rate)
{
    private const double Alpha = 1.7580993408473766;

    protected override (double Factor, double Shift, double Dropped) Map(double rate)
    {
        double a = 1 / Math.Sqrt(((Alpha * Alpha * rate) + 1) * (1 - rate));
        return (a, Alpha * a * rate, (-Alpha * a) + (Alpha * a * rate));
    }
}
