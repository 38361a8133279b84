using System.Globalization;

namespace Layerwright;

/// <summary>Turns the texts of a column into class numbers.</summary>
internal static class CsvLabels
{
    /// <summary>Labelled rows.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="inputs">The rows' features.</param>
    /// <param name="labels">What each row's label says, and its line.</param>
    /// <param name="names">The classes' names; null to take them from the labels.</param>
    /// <param name="column">The column, for messages.</param>
    /// <exception cref="InvalidDataException">A label is empty, negative, no class of those named, or all are the same.</exception>
    public static Dataset Labelled(
        string path, float[] inputs, List<(string Text, int Line)> labels, IReadOnlyList<string>? names, string column)
    {
        if (labels.Find(label => label.Text.Length == 0) is { Text: not null } empty)
        {
            throw new InvalidDataException($"{path}, line {empty.Line}, {column}: no label; expected a class.");
        }

        if (names is null && Numbers(path, labels, column) is { } numbers)
        {
            return Dataset.FromLabels(inputs, numbers, Math.Max(2, numbers.Max() + 1));
        }

        names ??= [.. labels.Select(label => label.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (names.Count < 2)
        {
            throw new InvalidDataException($"{path}, {column}: every label is '{names[0]}'; expected at least two classes, or set CsvOptions.ClassNames.");
        }

        var places = names.Select((name, number) => (name, number)).ToDictionary(pair => pair.name, pair => pair.number, StringComparer.Ordinal);
        int[] classes = [.. labels.Select(label => places.TryGetValue(label.Text, out int number)
            ? number
            : throw new InvalidDataException($"{path}, line {label.Line}, {column}: '{label.Text}' is no class; expected one of {string.Join(", ", names)}."))];
        return Dataset.FromLabels(inputs, classes, names.Count).WithClassNames(names);
    }

    /// <summary>The labels as they are, where all are whole numbers; else null.</summary>
    private static int[]? Numbers(string path, List<(string Text, int Line)> labels, string column)
    {
        var numbers = new int[labels.Count];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!int.TryParse(labels[i].Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        int negative = Array.FindIndex(numbers, number => number < 0);
        return negative < 0 ? numbers : throw new InvalidDataException(
            $"{path}, line {labels[negative].Line}, {column}: label {numbers[negative]}; expected a class from 0 on, or set CsvOptions.ClassNames.");
    }
}
