using System.Xml.Linq;

namespace Layerwright.Reporting;

/// <summary>What a mark is drawn with: a class of the page's style, and how deep in the network its layer lies where colour tells depth.</summary>
/// <param name="Class">The class.</param>
/// <param name="Depth">From 0, the first layer, to 1, the last.</param>
internal readonly record struct Ink(string Class, double? Depth = null)
{
    public static Ink Training { get; } = new("training");

    public static Ink Validation { get; } = new("validation");

    public static Ink Batches { get; } = new("batches");

    public static Ink Reference { get; } = new("reference");

    /// <summary>One of <paramref name="count"/> layers.</summary>
    public static Ink OfLayer(int layer, int count) => new("deep", count > 1 ? (double)layer / (count - 1) : 0);

    /// <summary>The attributes of an element drawn with it.</summary>
    public IEnumerable<XAttribute> Attributes(string kind)
    {
        yield return Tag.Class($"{kind} {Class}");
        if (Depth is { } depth)
        {
            yield return Tag.Attribute("style", $"--depth:{Tag.Number(100 * depth)}%");
        }
    }
}
