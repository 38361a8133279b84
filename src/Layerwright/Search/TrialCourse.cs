using System.Globalization;

namespace Layerwright;

/// <summary>What a trial told after each epoch, as a cell of a search's file: <c>1:0.52 2:0.41</c>, each number with all its bits.</summary>
internal static class TrialCourse
{
    public static string Text(IEnumerable<(int Epoch, double Value)> course) =>
        string.Join(' ', course.Select(report => string.Create(CultureInfo.InvariantCulture, $"{report.Epoch}:{report.Value:R}")));

    /// <summary>The reports of such a text; null where it is none.</summary>
    public static IReadOnlyList<(int Epoch, double Value)>? Parse(string text)
    {
        var course = new List<(int, double)>();
        foreach (string report in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = report.Split(':');
            if (parts.Length != 2
                || !int.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int epoch)
                || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            {
                return null;
            }

            course.Add((epoch, value));
        }

        return course;
    }
}
