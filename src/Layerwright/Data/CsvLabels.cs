using System.Globalization;

namespace Layerwright;

/// <summary>Turns the texts of a column into class numbers.</summary>
internal static class CsvLabels
{
    /// <summary>More classes than these are numbers to put out, or the rows' own numbers.</summary>
    private const int MostClasses = 10_000;

    /// <summary>So few classes are believed, however few the rows.</summary>
    private const int FewClasses = 20;

    /// <summary>Whole numbers up to here are exact as doubles.</summary>
    private const double LargestExact = 1L << 53;

    private const string TargetsAdvice = "where the column holds numbers that the network shall put out, name it in CsvOptions.Targets";

    /// <summary>Labelled rows.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="inputs">The rows' features.</param>
    /// <param name="labels">What each row's label says, and its line.</param>
    /// <param name="names">The classes' names; null to take them from the labels.</param>
    /// <param name="column">The column, for messages.</param>
    /// <param name="isGuessed">Nobody said whether the first line is a header; it was read as a row.</param>
    /// <exception cref="InvalidDataException">A label is no class, or there are too few or absurdly many classes.</exception>
    public static Dataset Labelled(
        string path, float[] inputs, List<(string Text, int Line)> labels, IReadOnlyList<string>? names, string column, bool isGuessed)
    {
        if (labels.Find(label => label.Text.Length == 0) is { Text: not null } empty)
        {
            throw new InvalidDataException($"{path}, line {empty.Line}, {column}: no label; expected a class.");
        }

        names ??= Numbers(path, labels, column, isGuessed) ?? Texts(path, labels, column, isGuessed);
        var places = names.Select((name, number) => (name, number))
            .ToDictionary(pair => pair.name, pair => pair.number, StringComparer.Ordinal);
        int[] classes = [.. labels.Select(label =>
            places.TryGetValue(label.Text, out int number) || places.TryGetValue(Canonical(label.Text), out number)
            ? number
            : throw new InvalidDataException($"{path}, line {label.Line}, {column}: '{label.Text}' is no class; expected one of {Listed(names)}."))];
        return Dataset.FromLabels(inputs, classes, names.Count).WithClassNames(names);
    }

    /// <summary>The classes where labels are whole numbers, in their order; null where most are text.</summary>
    private static string[]? Numbers(string path, List<(string Text, int Line)> labels, string column, bool isGuessed)
    {
        var numbers = new HashSet<long>();
        int found = 0;
        (string Text, int Line)? text = null, broken = null, negative = null;
        foreach (var label in labels)
        {
            if (!IsNumber(label.Text, out double number))
            {
                text ??= label;
                continue;
            }

            found++;
            if (Whole(number) is { } whole)
            {
                numbers.Add(whole);
                negative ??= whole < 0 ? label : null;
            }
            else
            {
                broken ??= label;
            }
        }

        if (2 * found <= labels.Count)
        {
            return null;
        }

        if (text is { } odd)
        {
            string header = isGuessed && odd == labels[0] ? "; if the line names the columns, set CsvOptions.HasHeader" : "";
            throw new InvalidDataException(
                $"{path}, line {odd.Line}, {column}: '{odd.Text}' is no number, but most labels are; expected a whole number; "
                + $"if it is a class, set CsvOptions.ClassNames{header}.");
        }

        if (broken is { } part)
        {
            throw new InvalidDataException(
                $"{path}, line {part.Line}, {column}: label {part.Text} is no whole number; expected a class; {TargetsAdvice}.");
        }

        if (negative is { } below)
        {
            throw new InvalidDataException(
                $"{path}, line {below.Line}, {column}: label {below.Text}; expected a class from 0 on, or set CsvOptions.ClassNames; {TargetsAdvice}.");
        }

        CheckCount(path, labels.Count, numbers.Count, column);
        if (numbers.Count == 1 && numbers.Max() > 1)
        {
            throw OneClass(path, labels[0].Text, column);
        }

        // Rows of one kind are no reason to forget that 0 and 1 are the two answers to a question.
        long[] classes = numbers.Count == 1 ? [0, 1] : [.. numbers.Order()];
        return [.. classes.Select(number => number.ToString(CultureInfo.InvariantCulture))];
    }

    private static string[] Texts(string path, List<(string Text, int Line)> labels, string column, bool isGuessed)
    {
        if (isGuessed && CsvHeader.IsSuspect([.. labels.Select(label => label.Text)]))
        {
            throw new InvalidDataException(
                $"{path}, line {labels[0].Line}, {column}: '{labels[0].Text}' stands in no other line and may name the column; "
                + "set CsvOptions.HasHeader: true if the line names the columns, false if it is a row.");
        }

        string[] names = [.. labels.Select(label => label.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        CheckCount(path, labels.Count, names.Length, column);
        return names.Length > 1 ? names : throw OneClass(path, names[0], column);
    }

    private static void CheckCount(string path, int rows, int classes, string column)
    {
        if (classes > MostClasses || (classes > FewClasses && 2 * classes > rows))
        {
            throw new InvalidDataException(
                $"{path}, {column}: {classes} different labels in {rows} rows; expected classes, of which at most {MostClasses} and no more than half "
                + $"as many as rows are believed; {TargetsAdvice}; where they are classes, set CsvOptions.ClassNames.");
        }
    }

    private static InvalidDataException OneClass(string path, string name, string column) =>
        new($"{path}, {column}: every label is '{name}'; expected at least two classes, or set CsvOptions.ClassNames.");

    /// <summary>A whole number as classes are named: 1 for 1.0; other texts as they are.</summary>
    private static string Canonical(string text) =>
        IsNumber(text, out double number) && Whole(number) is { } whole
            ? whole.ToString(CultureInfo.InvariantCulture)
            : text;

    private static bool IsNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private static long? Whole(double number) =>
        Math.Abs(number) <= LargestExact && Math.Truncate(number) == number ? (long)number : null;

    private static string Listed(IReadOnlyList<string> names) =>
        names.Count <= FewClasses ? string.Join(", ", names) : $"{string.Join(", ", names.Take(FewClasses))} and {names.Count - FewClasses} more";
}
