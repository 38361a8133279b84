using System.Text.Json;

namespace Layerwright.Runtime;

/// <summary>Reads any safetensors header as JSON, and says what is wrong with one.</summary>
internal static class JsonHeader
{
    /// <summary>Reads the whole header.</summary>
    /// <param name="json">Its text.</param>
    /// <param name="metadata">Takes the free text by name.</param>
    /// <param name="tensors">Takes what stands for each tensor, unchecked.</param>
    /// <exception cref="InvalidDataException">It is no safetensors header.</exception>
    public static void Read(ReadOnlyMemory<byte> json, Dictionary<string, string> metadata, Dictionary<string, RawTensor> tensors)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { AllowDuplicateProperties = false });
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                if (property.NameEquals(SafeTensorsFile.MetadataName))
                {
                    foreach (JsonProperty text in property.Value.EnumerateObject())
                    {
                        metadata.Add(text.Name, text.Value.GetString() ?? string.Empty);
                    }
                }
                else
                {
                    tensors.Add(property.Name, Tensor(property.Name, property.Value));
                }
            }
        }
        catch (Exception exception)
            when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"the header is no safetensors header: {exception.Message}", exception);
        }
    }

    private static RawTensor Tensor(string name, JsonElement element) => new(
        Field(name, element, "dtype", JsonValueKind.String, "a string").GetString()!,
        Array.ConvertAll(Numbers(name, element, "shape", int.MaxValue), size => (int)size),
        Numbers(name, element, "data_offsets", long.MaxValue));

    /// <summary>The whole numbers of a tensor's field, each 0 to <paramref name="largest"/>.</summary>
    private static long[] Numbers(string tensor, JsonElement element, string field, long largest)
    {
        JsonElement list = Field(tensor, element, field, JsonValueKind.Array, "a list of whole numbers");
        var numbers = new long[list.GetArrayLength()];
        for (int i = 0; i < numbers.Length; i++)
        {
            JsonElement item = list[i];
            numbers[i] = item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out long number) && number >= 0 && number <= largest
                ? number
                : throw new InvalidDataException(
                    $"tensor '{tensor}' has the {field} {list.GetRawText()}; expected whole numbers from 0 to {largest}");
        }

        return numbers;
    }

    private static JsonElement Field(string tensor, JsonElement element, string field, JsonValueKind kind, string expected)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException($"tensor '{tensor}' is {element.GetRawText()}; expected dtype, shape and data_offsets");
        }

        if (!element.TryGetProperty(field, out JsonElement value))
        {
            throw new InvalidDataException($"tensor '{tensor}' has no {field}; expected {expected}");
        }

        return value.ValueKind == kind
            ? value
            : throw new InvalidDataException($"tensor '{tensor}' has the {field} {value.GetRawText()}; expected {expected}");
    }
}
