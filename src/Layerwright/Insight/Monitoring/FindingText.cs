using System.Text;
using System.Text.Json;

namespace Layerwright;

/// <summary>Findings as text, for a checkpoint.</summary>
internal static class FindingText
{
    public static string Write(IEnumerable<Finding> findings)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteStartArray("findings");
            foreach (Finding finding in findings)
            {
                json.WriteStartObject();
                json.WriteString("id", finding.Id);
                json.WriteString("title", finding.Title);
                json.WriteBoolean("isWarning", finding.Severity == FindingSeverity.Warning);
                json.WriteString("message", finding.Message);
                json.WriteString("advice", finding.Advice);
                WriteKnown(json, "staticRule", finding.StaticRule);
                WriteKnown(json, "layer", finding.Layer);
                json.WriteNumber("epoch", finding.Epoch ?? 0);
                json.WriteNumber("step", finding.Step ?? 0);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    /// <exception cref="InvalidDataException">It is no such text.</exception>
    public static Finding[] Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return [.. new JsonFields(document.RootElement, "monitor").Objects("findings").Select(Read)];
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The checkpoint's monitor: expected JSON: {exception.Message}", exception);
        }
    }

    private static Finding Read(JsonFields fields) => new(
        fields.Text("id"), fields.Text("title"), fields.Truth("isWarning") ? FindingSeverity.Warning : FindingSeverity.Note,
        fields.Text("message"), fields.Text("advice"), Known(fields, "staticRule"))
    {
        Layer = Known(fields, "layer"),
        Epoch = fields.Count("epoch"),
        Step = fields.LongCount("step"),
    };

    private static void WriteKnown(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static string? Known(JsonFields fields, string name) => fields.Has(name) ? fields.Text(name) : null;
}
