using Layerwright.Runtime;

namespace Layerwright;

/// <summary>Numbers by PyTorch's names, on their way into a checkpoint: their memory is taken once.</summary>
internal sealed class TensorSet(string prefix, StateDictionary state)
{
    private readonly (string Name, int[] Shape, float[] Values)[] _tensors =
        [.. state.Values.Select(entry => (prefix + entry.Name, entry.Shape.ToArray(), new float[entry.Length]))];

    /// <summary>Takes the present numbers and adds them to a file's tensors.</summary>
    public void AddTo(List<(string Name, int[] Shape, float[] Values)> tensors)
    {
        for (int i = 0; i < _tensors.Length; i++)
        {
            state.Entries[i].CopyTo(_tensors[i].Values);
        }

        tensors.AddRange(_tensors);
    }

    /// <summary>Reads such numbers from a file.</summary>
    /// <param name="prefix">How their names begin.</param>
    /// <param name="entries">Which there must be.</param>
    /// <param name="header">What the file holds.</param>
    /// <param name="read">Reads one tensor.</param>
    /// <returns>The numbers by the entries' names.</returns>
    /// <exception cref="InvalidDataException">One is missing or has another shape.</exception>
    public static Dictionary<string, float[]> Read(
        string prefix, IEnumerable<StateEntry> entries, SafeTensorsHeader header, Func<SafeTensor, float[]> read)
    {
        var values = new Dictionary<string, float[]>(StringComparer.Ordinal);
        foreach (StateEntry entry in entries)
        {
            string name = prefix + entry.Name;
            if (!header.Tensors.TryGetValue(name, out SafeTensor? tensor))
            {
                throw new InvalidDataException($"tensor '{name}' ({entry.ShapeText}) is missing");
            }

            values.Add(entry.Name, entry.Shape.SequenceEqual(tensor.Shape)
                ? read(tensor)
                : throw new InvalidDataException($"tensor '{name}' has the shape {tensor.ShapeText}; expected {entry.ShapeText}"));
        }

        return values;
    }

    /// <summary>Gives a state the numbers that were read.</summary>
    public static void Restore(StateDictionary state, Dictionary<string, float[]> values)
    {
        foreach (StateEntry entry in state.Entries)
        {
            entry.CopyFrom(values[entry.Name]);
        }
    }
}
