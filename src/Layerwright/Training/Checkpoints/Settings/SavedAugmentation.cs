using System.Text.Json;

namespace Layerwright;

/// <summary>One of a trainer's augmentations in a checkpoint: the library's own with their settings, others by their class's name.</summary>
/// <param name="Name">Its class.</param>
/// <param name="Known">It itself; null for a class of the user's own, which must be given again.</param>
internal sealed record SavedAugmentation(string Name, IAugmentation? Known)
{
    public static SavedAugmentation Of(IAugmentation augmentation) => augmentation is Shift or Flip or Crop
        ? new(augmentation.GetType().Name, augmentation)
        : new(augmentation.GetType().FullName ?? augmentation.GetType().Name, null);

    public static void Write(Utf8JsonWriter json, string name, IReadOnlyList<SavedAugmentation> augmentations)
    {
        json.WriteStartArray(name);
        foreach (SavedAugmentation augmentation in augmentations)
        {
            json.WriteStartObject();
            json.WriteString("kind", augmentation.Name);
            switch (augmentation.Known)
            {
                case Shift shift:
                    json.WriteNumber("pixels", shift.Pixels);
                    json.WriteNumber("fill", shift.Fill);
                    break;
                case Flip flip:
                    json.WriteNumber("probability", flip.Probability);
                    json.WriteBoolean("vertical", flip.Vertical);
                    break;
                case Crop crop:
                    json.WriteNumber("leastShare", crop.LeastShare);
                    break;
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static SavedAugmentation Read(JsonFields fields) => new(fields.Kind, fields.Kind switch
    {
        nameof(Shift) => new Shift(fields.Count("pixels")) { Fill = fields.Single("fill") },
        nameof(Flip) => new Flip { Probability = fields.Double("probability"), Vertical = fields.Truth("vertical") },
        nameof(Crop) => new Crop(fields.Double("leastShare")),
        _ => null,
    });

    /// <summary>What a resumed fit is augmented with: what was saved, or what is given, which must be the same.</summary>
    /// <exception cref="ArgumentException">A class of the user's own is not given, or others are than were saved.</exception>
    public static IReadOnlyList<IAugmentation> Resumed(IReadOnlyList<SavedAugmentation> saved, IReadOnlyList<IAugmentation>? augmentation)
    {
        bool isSame = augmentation is null
            ? saved.All(one => one.Known is not null)
            : augmentation.Select(Of).SequenceEqual(saved);
        return isSame
            ? augmentation ?? [.. saved.Select(one => one.Known!)]
            : throw new ArgumentException(
                $"The fit was augmented by {Names(saved)}; {(augmentation is null ? "nothing is given" : $"given are {Names([.. augmentation.Select(Of)])}")}. "
                + "Give the same again, in the same order with the same settings.", nameof(augmentation));
    }

    private static string Names(IReadOnlyList<SavedAugmentation> augmentations) =>
        augmentations.Count == 0 ? "nothing" : string.Join(", ", augmentations.Select(augmentation => augmentation.Known?.ToString() ?? augmentation.Name));
}
