using Spectre.Console;

namespace BabysittingSample;

/// <summary>How the program speaks.</summary>
internal static class Text
{
    /// <summary>A step of the way and what it is for.</summary>
    public static void Step(int number, string title, string purpose) =>
        AnsiConsole.MarkupLineInterpolated($"\n[bold]{number}  {title}[/]\n{purpose}\n");

    /// <summary>What a reader should see in the figures above.</summary>
    public static void LookFor(string advice) => AnsiConsole.MarkupLineInterpolated($"[green]Look for:[/] {advice}");

    /// <summary>A table with words in its first column and figures in the others.</summary>
    public static Table Table(string first, params IEnumerable<string> others)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(first);
        foreach (string title in others)
        {
            table.AddColumn(new TableColumn(title).RightAligned());
        }

        return table;
    }
}
