namespace Layerwright.Benchmarks;

/// <summary>
/// The promised works in a user's Debug build beside their Release build: this project, networks and calls and all, is built in both
/// configurations; each runs as a process that is asked in turns.
/// </summary>
internal static class DebugFigures
{
    private const int Rounds = 20;
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(100);

    public static void Print()
    {
        using TimingProcess debug = Start("Debug"), release = Start("Release");
        Console.WriteLine("work                       Debug      Release  ratio (at most 1.15)");
        foreach (string work in SpeedWorks.Names)
        {
            double[] seconds = Timing.Minima(Rounds, Turn, turn => debug.Time(work, turn), turn => release.Time(work, turn));
            Console.WriteLine($"{work,-20} {seconds[0] * 1e6,9:F3} µs {seconds[1] * 1e6,9:F3} µs {seconds[0] / seconds[1],6:F2}");
        }
    }

    private static TimingProcess Start(string configuration)
    {
        string project = FileAbove.Find($"{typeof(DebugFigures).Assembly.GetName().Name}.csproj");
        DotnetBuild.Run(Path.GetDirectoryName(project)!, "build", project, "-c", configuration, "-v", "quiet", "--nologo");
        string assembly = Path.GetFileName(typeof(DebugFigures).Assembly.Location), framework = Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/', '\\'));
        return new("dotnet", [Path.Combine(Path.GetDirectoryName(project)!, "bin", configuration, framework, assembly), "serve"]);
    }
}
