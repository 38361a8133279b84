namespace Layerwright.Analyzers;

/// <summary>Categories of the rules, one per hundred of ids.</summary>
internal static class Categories
{
    public const string Declaration = "Layerwright.Declaration";
    public const string Shapes = "Layerwright.Shapes";
    public const string Activations = "Layerwright.Activations";
    public const string Initialization = "Layerwright.Initialization";
    public const string Normalization = "Layerwright.Normalization";
    public const string Training = "Layerwright.Training";
    public const string Data = "Layerwright.Data";
}
