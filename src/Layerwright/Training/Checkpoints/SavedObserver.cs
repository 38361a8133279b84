using System.Text.Json;

namespace Layerwright;

/// <summary>What an observer has gathered, in a checkpoint: its facts as text, its tensors beside the network's.</summary>
/// <param name="Name">The observer's <see cref="IResumableObserver.StateName"/>.</param>
/// <param name="State">What it gathered; without the tensors where only the text has been read.</param>
internal sealed record SavedObserver(string Name, ObserverState State)
{
    public static void Write(Utf8JsonWriter json, string name, IReadOnlyList<SavedObserver> observers)
    {
        json.WriteStartArray(name);
        foreach (SavedObserver observer in observers)
        {
            json.WriteStartObject();
            json.WriteString("name", observer.Name);
            json.WriteStartObject("facts");
            foreach ((string fact, string text) in observer.State.Facts)
            {
                json.WriteString(fact, text);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <exception cref="InvalidDataException">A field is missing or of another kind.</exception>
    public static SavedObserver[] Read(JsonFields fields, string name) => [.. fields.Objects(name).Select(Read)];

    private static SavedObserver Read(JsonFields fields)
    {
        JsonFields facts = fields.Object("facts");
        return new(fields.Text("name"), new ObserverState { Facts = facts.Names().ToDictionary(fact => fact, facts.Text, StringComparer.Ordinal) });
    }
}
