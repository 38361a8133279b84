using System.Globalization;

namespace Layerwright.Reporting;

/// <summary>What classes are called on the page.</summary>
internal static class ClassNames
{
    /// <summary>The content's names, and numbers where it has none.</summary>
    public static string[] Of(ReportContent content, int classes) => [.. Enumerable.Range(0, classes).Select(label => Of(content, label, classes))];

    public static string Of(ReportContent content, int label, int? classes) =>
        content.ClassNames is { } names && label < names.Count && (classes is null || names.Count == classes)
            ? names[label]
            : label.ToString(CultureInfo.InvariantCulture);
}
