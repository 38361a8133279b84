namespace Layerwright.Runtime;

/// <summary>The state of a network out of a file's tensors: names and shapes checked, PyTorch's extras understood.</summary>
internal static class FileState
{
    /// <summary>Values for every entry of the network's state, in its order.</summary>
    /// <param name="header">What the file holds.</param>
    /// <param name="read">Reads one tensor.</param>
    /// <param name="network">Whose state is wanted.</param>
    /// <param name="isOther">Whether a tensor is no part of the state.</param>
    /// <exception cref="InvalidDataException">A tensor is missing, unknown, or of another shape.</exception>
    public static float[][] Read(
        SafeTensorsHeader header, Func<SafeTensor, float[]> read, NetworkCore network, Predicate<string> isOther)
    {
        string name = network.Blueprint.Name;
        Dictionary<string, string> movable = MovableBiases.Of(network.Blueprint);
        foreach (SafeTensor tensor in header.Tensors.Values)
        {
            bool isKnown = network.State.ContainsKey(tensor.Name) || movable.ContainsKey(tensor.Name)
                || tensor.Name.EndsWith("num_batches_tracked", StringComparison.Ordinal) || isOther(tensor.Name);
            if (!isKnown)
            {
                throw new InvalidDataException(
                    $"tensor '{tensor.Name}' ({tensor.ShapeText}) is no part of "
                    + $"{name}, which has {string.Join(", ", network.State.Keys)}");
            }
        }

        var values = new float[network.State.Count][];
        Dictionary<string, (string Weight, string RunningMean)> absent = MovableBiases.Absent(network.Blueprint);
        foreach (StateEntry entry in network.State.Entries)
        {
            // What makes an absent bias 0, its layer's weight and the running mean, is required below and above like any entry.
            bool isZero = !header.Tensors.ContainsKey(entry.Name) && absent.ContainsKey(entry.Name);
            values[entry.Index] = isZero ? new float[entry.Length] : read(Find(header, entry.Name, entry.Shape, name));
        }

        foreach ((string bias, string runningMean) in movable)
        {
            if (header.Tensors.ContainsKey(bias))
            {
                float[] mean = values[network.State[runningMean].Index];
                MovableBiases.Move(read(Find(header, bias, [mean.Length], name)), mean);
            }
        }

        return values;
    }

    private static SafeTensor Find(SafeTensorsHeader header, string name, ReadOnlySpan<int> shape, string network)
    {
        if (!header.Tensors.TryGetValue(name, out SafeTensor? tensor))
        {
            throw new InvalidDataException($"tensor '{name}' ({SafeTensor.Text(shape)}) of {network} is missing");
        }

        return shape.SequenceEqual(tensor.Shape)
            ? tensor
            : throw new InvalidDataException(
                $"tensor '{name}' has the shape {tensor.ShapeText}; "
                + $"{network} expects {SafeTensor.Text(shape)}");
    }
}
