namespace Layerwright.Runtime;

/// <summary>The header of a safetensors file, checked: every tensor has its bytes, in order, without gaps or overlaps.</summary>
internal sealed class SafeTensorsHeader
{
    private SafeTensorsHeader(Dictionary<string, string> metadata, Dictionary<string, SafeTensor> tensors)
    {
        Metadata = metadata;
        Tensors = tensors;
    }

    /// <summary>Free text by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Tensors by name.</summary>
    public IReadOnlyDictionary<string, SafeTensor> Tensors { get; }

    /// <summary>Reads and checks a header.</summary>
    /// <param name="json">Its text.</param>
    /// <param name="dataLength">Bytes that follow it in the file.</param>
    /// <exception cref="InvalidDataException">Something is wrong with it; the message says what.</exception>
    public static SafeTensorsHeader Parse(ReadOnlyMemory<byte> json, long dataLength)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        var raw = new Dictionary<string, RawTensor>(StringComparer.Ordinal);
        if (!new PlainHeader(json.Span).TryRead(metadata, raw))
        {
            metadata.Clear();
            raw.Clear();
            JsonHeader.Read(json, metadata, raw);
        }

        var tensors = new Dictionary<string, SafeTensor>(StringComparer.Ordinal);
        foreach ((string name, RawTensor tensor) in raw)
        {
            tensors.Add(name, Tensor(name, tensor.Type, tensor.Shape, tensor.Offsets));
        }

        CheckPlaces(tensors.Values, dataLength);
        return new(metadata, tensors);
    }

    private static SafeTensor Tensor(string name, string type, int[] shape, long[] offsets)
    {
        int elementSize = ElementType.Size(type);
        if (elementSize == 0)
        {
            throw new InvalidDataException($"tensor '{name}' has the unknown element type '{type}'");
        }

        if (offsets.Length != 2 || offsets[1] < offsets[0])
        {
            throw new InvalidDataException($"tensor '{name}' has the data offsets [{string.Join(", ", offsets)}]; expected [start, end]");
        }

        long expected = elementSize;
        foreach (int size in shape)
        {
            // Sizes stop growing far beyond any file, so that products of absurd shapes cannot wrap around.
            expected = Math.BigMul(expected, size, out long low) == 0 && low >= 0 ? low : long.MaxValue;
        }

        return expected == offsets[1] - offsets[0]
            ? new(name, type, shape, offsets[0], offsets[1])
            : throw new InvalidDataException(
                $"tensor '{name}' of type {type} and shape {SafeTensor.Text(shape)} needs {expected} "
                    + $"bytes; its data offsets [{offsets[0]}, {offsets[1]}] give {offsets[1] - offsets[0]}");
    }

    private static SafeTensor[] InOrder(IReadOnlyCollection<SafeTensor> tensors)
    {
        SafeTensor[] ordered = [.. tensors];
        Array.Sort(ordered, (left, right) => left.Start != right.Start ? left.Start.CompareTo(right.Start) : left.End.CompareTo(right.End));
        return ordered;
    }

    private static void CheckPlaces(IReadOnlyCollection<SafeTensor> tensors, long dataLength)
    {
        long end = 0;
        string before = "the header";
        foreach (SafeTensor tensor in InOrder(tensors))
        {
            if (tensor.Start != end)
            {
                string problem = tensor.Start < end ? "overlaps" : "leaves a gap behind";
                throw new InvalidDataException(
                    $"tensor '{tensor.Name}' begins at byte {tensor.Start} "
                    + $"of the data and {problem} {before}, which ends at {end}");
            }

            if (tensor.End > dataLength)
            {
                throw new InvalidDataException(
                    $"the file is truncated: tensor '{tensor.Name}' ends at byte "
                        + $"{tensor.End} of the data, of which there are {dataLength}");
            }

            end = tensor.End;
            before = $"tensor '{tensor.Name}'";
        }

        if (end != dataLength)
        {
            throw new InvalidDataException($"{dataLength - end} bytes follow the last tensor");
        }
    }
}
