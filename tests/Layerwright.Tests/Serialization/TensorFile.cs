using System.Text.Json.Nodes;

namespace Layerwright.Tests.Serialization;

/// <summary>A safetensors file made by hand, as PyTorch would write it, so that tests can bend every part of it.</summary>
internal sealed class TensorFile
{
    private readonly List<(string Name, string Type, int[] Shape, byte[] Bytes)> _tensors = [];

    public string Type { get; set; } = "F32";

    public JsonObject? Metadata { get; set; }

    /// <summary>Changes the header's text before it is written.</summary>
    public Func<string, string> Bend { get; set; } = header => header;

    /// <summary>Changes the data before they are written.</summary>
    public Func<byte[], byte[]> BendData { get; set; } = data => data;

    public static TensorFile Of(StateDictionary state)
    {
        var file = new TensorFile();
        foreach (StateEntry entry in state.Values)
        {
            file.Add(entry.Name, entry.Shape.ToArray(), entry.ToArray());
        }

        return file;
    }

    public void Add(string name, int[] shape, float[] values, string type = "F32") =>
        _tensors.Add((name, type, shape, Bytes(values, "F32")));

    public void AddCounter(string name) => _tensors.Add((name, "I64", [], BitConverter.GetBytes(7L)));

    public void Remove(string name) => _tensors.RemoveAll(tensor => tensor.Name == name);

    public void Replace(string name, int[] shape, float[] values, string type = "F32")
    {
        int index = _tensors.FindIndex(tensor => tensor.Name == name);
        _tensors[index] = (name, type, shape, Bytes(values, "F32"));
    }

    public void Write(string path)
    {
        var header = new JsonObject();
        if (Metadata is not null)
        {
            header["__metadata__"] = Metadata;
        }

        using var data = new MemoryStream();
        foreach ((string name, string type, int[] shape, byte[] bytes) in _tensors)
        {
            bool isFloat = type == "F32";
            byte[] written = isFloat ? Convert(bytes) : bytes;
            header[name] = new JsonObject
            {
                ["dtype"] = isFloat ? Type : type,
                ["shape"] = new JsonArray([.. shape.Select(size => (JsonNode)size)]),
                ["data_offsets"] = new JsonArray(data.Length, data.Length + written.Length),
            };
            data.Write(written);
        }

        byte[] json = System.Text.Encoding.UTF8.GetBytes(Bend(header.ToJsonString()));
        File.WriteAllBytes(path, [.. BitConverter.GetBytes((ulong)json.Length), .. json, .. BendData(data.ToArray())]);
    }

    private byte[] Convert(byte[] singles) => Bytes([.. singles.Chunk(4).Select(chunk => BitConverter.ToSingle(chunk))], Type);

    private static byte[] Bytes(float[] values, string type) => type switch
    {
        "F16" => [.. values.SelectMany(value => BitConverter.GetBytes((Half)value))],
        "BF16" => [.. values.SelectMany(value => BitConverter.GetBytes(value)[2..])],
        "F64" => [.. values.SelectMany(value => BitConverter.GetBytes((double)value))],
        _ => [.. values.SelectMany(BitConverter.GetBytes)],
    };
}
