namespace Layerwright;

/// <summary>The values of a normaliser as a file has them.</summary>
/// <param name="kind">The normaliser's kind, for messages.</param>
/// <param name="values">The values by name.</param>
internal readonly struct NormalizerValues(string kind, IReadOnlyDictionary<string, float[]> values)
{
    /// <summary>So many finite numbers.</summary>
    /// <exception cref="InvalidDataException">They are missing, not so many, or not finite.</exception>
    public float[] Read(string name, int length)
    {
        float[] found = Read(name);
        return found.Length == length
            ? found
            : throw new InvalidDataException($"The normaliser's '{name}' has {found.Length} values; expected {length}.");
    }

    /// <summary>Finite numbers, however many.</summary>
    /// <exception cref="InvalidDataException">They are missing or not finite.</exception>
    public float[] Read(string name)
    {
        if (!values.TryGetValue(name, out float[]? found))
        {
            throw new InvalidDataException($"The normaliser of kind '{kind}' lacks '{name}'.");
        }

        return Array.TrueForAll(found, float.IsFinite)
            ? found
            : throw new InvalidDataException($"The normaliser's '{name}' holds a value that is not finite.");
    }
}
