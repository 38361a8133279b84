using Spectre.Console;

namespace FashionMnistSample;

/// <summary>Where the program's text goes.</summary>
internal static class Terminal
{
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
}
