using System.Globalization;
using Layerwright.Analyzers.Options;
using Layerwright.Analyzers.Rules;
using Layerwright.CodeModel.Options;

namespace Layerwright.RuleTables;

/// <summary>The table of all that a project may set: properties of the project file, then keys of <c>.editorconfig</c>.</summary>
internal static class OptionTable
{
    private const string Head = "| option | where | what it can be (**default**) | what it does |\n|---|---|---|---|\n";

    private static readonly MarkedText s_part = new("options");

    /// <summary>The text with the table between its marks.</summary>
    /// <param name="text">A text with the two marks in it.</param>
    /// <param name="folder">The way from the text's folder to the rules' pages.</param>
    /// <exception cref="InvalidDataException">A mark is missing.</exception>
    public static string Replace(string text, string folder) => s_part.Replace(
        text,
        Head
            + string.Concat(ProjectOptions.All.Select(option => Row($"<{option.Property}>", "project file", Values(option), option.Meaning)))
            + Row(OptionKeys.Profile, ".editorconfig", Values(ProjectOptions.Profile), $"the same as `<{ProjectOptions.Profile.Property}>` for the files of a section, where it wins")
            + string.Concat(RuleRegistry.All.SelectMany(rule => rule.Options.Select(option => Threshold(rule.Descriptor.Id, option, folder)))));

    private static string Threshold(string id, RuleOption option, string folder) => Row(
        OptionKeys.Of(id, option),
        ".editorconfig",
        string.Create(CultureInfo.InvariantCulture, $"{option.Domain}; **{option.Default}**"),
        $"[{id}]({folder}{id}.md): {option.Meaning}");

    private static string Row(string name, string where, string values, string meaning) => $"| `{name}` | {where} | {values} | {meaning.TrimEnd('.')} |\n";

    private static string Values(ProjectOption option) =>
        string.Join(", ", option.Values.Select(value => value == option.Default ? $"**`{value}`**" : $"`{value}`"));
}
