namespace Layerwright.CodeModel.Layers;

/// <summary>The argument of an activation that shapes what it does below 0.</summary>
/// <param name="Argument">Its name.</param>
/// <param name="Least">What it should be above.</param>
/// <param name="Most">What it should be below.</param>
/// <param name="Default">Its value where it is not written.</param>
internal sealed record NegativeSide(string Argument, double Least, double Most, double Default)
{
    /// <summary>The value, written or not.</summary>
    public double Value(LayerArguments arguments) => arguments.Double(Argument, Default);
}
