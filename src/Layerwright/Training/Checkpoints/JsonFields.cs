using System.Globalization;
using System.Text.Json;

namespace Layerwright;

/// <summary>The fields of a JSON object; what is wrong with one is said with its place, what was expected and what was found.</summary>
internal readonly struct JsonFields
{
    private readonly JsonElement _element;
    private readonly string _place;

    /// <param name="element">The object.</param>
    /// <param name="place">Where it stands, for messages.</param>
    /// <exception cref="InvalidDataException">It is no object.</exception>
    public JsonFields(JsonElement element, string place)
    {
        _element = element;
        _place = place;
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException($"{place}: expected an object, found {Shown(element)}");
        }
    }

    /// <summary>The name of the kind of thing that the object describes.</summary>
    public string Kind => Text("kind");

    public bool Has(string name) => _element.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null;

    public string Text(string name) => Value(name) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : throw Wrong(name, "text");

    public bool Truth(string name) => Value(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value
        ? value.GetBoolean()
        : throw Wrong(name, "true or false");

    public int Count(string name) => (int)LongCount(name, int.MaxValue);

    public int? CountOrNull(string name) => Has(name) ? Count(name) : null;

    public long LongCount(string name, long largest = long.MaxValue) =>
        Value(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out long number) && number >= 0 && number <= largest
            ? number
            : throw Wrong(name, string.Create(CultureInfo.InvariantCulture, $"a whole number from 0 to {largest}"));

    public ulong Unsigned(string name) =>
        Value(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetUInt64(out ulong number) ? number : throw Wrong(name, "a whole number");

    public float Single(string name) =>
        Value(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetSingle(out float number) && float.IsFinite(number)
            ? number
            : throw Wrong(name, "a number");

    public double Double(string name) => NumberOf(Value(name)) ?? throw Wrong(name, "a number");

    public double[] Doubles(string name)
    {
        JsonElement list = List(name);
        var numbers = new double[list.GetArrayLength()];
        int i = 0;
        foreach (JsonElement item in list.EnumerateArray())
        {
            numbers[i++] = NumberOf(item) ?? throw Wrong(name, "a list of numbers");
        }

        return numbers;
    }

    public string[] Texts(string name)
    {
        var texts = new List<string>();
        foreach (JsonElement item in List(name).EnumerateArray())
        {
            texts.Add(item.ValueKind == JsonValueKind.String ? item.GetString()! : throw Wrong(name, "a list of texts"));
        }

        return [.. texts];
    }

    public JsonFields Object(string name) => new(Value(name), PlaceOf(name));

    public JsonFields? ObjectOrNull(string name) => Has(name) ? Object(name) : null;

    public JsonFields[] Objects(string name)
    {
        var objects = new List<JsonFields>();
        foreach (JsonElement item in List(name).EnumerateArray())
        {
            objects.Add(new(item, string.Create(CultureInfo.InvariantCulture, $"{PlaceOf(name)}[{objects.Count}]")));
        }

        return [.. objects];
    }

    /// <summary>The names of all fields.</summary>
    public string[] Names() => [.. _element.EnumerateObject().Select(property => property.Name)];

    /// <summary>That a field holds something else than it must.</summary>
    public InvalidDataException Wrong(string name, string expected) => new($"{PlaceOf(name)}: expected {expected}, found {Shown(Value(name))}");

    private JsonElement List(string name) => Value(name) is { ValueKind: JsonValueKind.Array } value ? value : throw Wrong(name, "a list");

    private JsonElement Value(string name) =>
        _element.TryGetProperty(name, out JsonElement value) ? value : throw new InvalidDataException($"{PlaceOf(name)} is missing");

    private string PlaceOf(string name) => $"{_place}.{name}";

    /// <summary>A number; JSON has none for what is not finite, so that stands as text.</summary>
    private static double? NumberOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDouble(out double number) => number,
        JsonValueKind.String => value.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => null,
        },
        _ => null,
    };

    private static string Shown(JsonElement element)
    {
        const int longest = 60;
        string text = element.GetRawText();
        return text.Length <= longest ? text : text[..longest] + "…";
    }
}
