using System.Globalization;

namespace Layerwright.RuleTables;

/// <summary>The table of all rules, as it stands in the pages' index and in the README.</summary>
internal static class RuleTable
{
    private static readonly MarkedText s_part = new("rules");

    /// <summary>The text with the table between its marks.</summary>
    /// <param name="text">A text with the two marks in it.</param>
    /// <param name="pages">All pages, in the order of their ids.</param>
    /// <param name="folder">The way from the text's folder to the pages'.</param>
    /// <exception cref="InvalidDataException">A mark is missing.</exception>
    public static string Replace(string text, IReadOnlyList<RulePage> pages, string folder) => s_part.Replace(
        text,
        "| id | name | severity | what it is about | code fix |\n|---|---|---|---|---|\n" + string.Concat(pages.Select(page =>
            string.Create(CultureInfo.InvariantCulture, $"| [{page.Id}]({folder}{page.Id}.md) | {page.Name} | {page.Severity} | {page.Title} | {page.Fix} |\n"))));
}
