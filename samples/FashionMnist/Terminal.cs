using System.Text;
using Spectre.Console;

namespace FashionMnistSample;

/// <summary>Where the program's text goes.</summary>
internal static class Terminal
{
    /// <summary>Text of all characters, and plain where a file or a pipe takes it.</summary>
    public static void Prepare()
    {
        Console.OutputEncoding = Encoding.UTF8;
        PlainTextWhereRedirected();
    }

    /// <summary>A file or a pipe gets neither colours nor line breaks at a terminal's width.</summary>
    public static void PlainTextWhereRedirected()
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Console = AnsiConsole.Create(new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
            });
            AnsiConsole.Profile.Width = int.MaxValue;
        }
    }

    /// <summary>Where a program shall write its report: asked before minutes of work, not after them.</summary>
    /// <param name="args">The command line: nothing, or a path.</param>
    /// <param name="standard">The path where none is given.</param>
    /// <returns>The path; null where nothing can be written there, which has been said then.</returns>
    public static string? ReportFile(string[] args, string standard)
    {
        string? problem = args switch
        {
            [] => null,
            [var path] when path.StartsWith('-') => $"There is no option {path}; the only argument is the file to write the report to (default: {standard}).",
            [var path] when Directory.Exists(path) => $"{path} is a folder; name a file to write the report to, such as {Path.Combine(path, standard)}.",
            [var path] when !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))) => $"There is no folder {Path.GetDirectoryName(Path.GetFullPath(path))} to write the report to.",
            [_] => null,
            _ => $"{args.Length} arguments were given; the only one is the file to write the report to (default: {standard}).",
        };
        if (problem is not null)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]{problem}[/]");
            return null;
        }

        return args is [var file] ? file : standard;
    }
}
