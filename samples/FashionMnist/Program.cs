using FashionMnistSample;
using Spectre.Console;

Terminal.Prepare();
return Settings.CreateCommand(Run).Parse(args).Invoke();

static int Run(Settings settings, CancellationToken cancellation)
{
    try
    {
        Models.Sessions[settings.Model](settings, cancellation);
        return 0;
    }
    catch (OperationCanceledException)
    {
        AnsiConsole.MarkupLine("[yellow]Stopped.[/]");
    }
    catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
    {
        AnsiConsole.MarkupLineInterpolated($"[red]{problem.Message}[/]");
    }

    return 1;
}
