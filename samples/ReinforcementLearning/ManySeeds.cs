using System.Diagnostics;
using Spectre.Console;

namespace ReinforcementLearningSample;

/// <summary>Learns with several seeds at once: one that works may be luck. Fewer than 7 of 8 are a failure.</summary>
internal static class ManySeeds
{
    private const int CurveLength = 30;

    public static int Run(Settings settings)
    {
        var watch = Stopwatch.StartNew();
        var trainings = new Training[settings.Seeds];
        Parallel.For(0, trainings.Length, i => trainings[i] = Training.Run((ulong)(settings.Seed + i)));
        TimeSpan time = watch.Elapsed;

        AnsiConsole.MarkupLine("[bold]Balancing a pole by trying, with several seeds[/]");
        AnsiConsole.WriteLine($"seed   episodes     steps   last 100   afterwards   steps an episode");
        foreach (Training training in trainings)
        {
            LearningCurve curve = training.Curve;
            Trial trial = Trial.Of(training.Policy, (int)training.Seed);
            AnsiConsole.WriteLine(
                $"{training.Seed,4}   {curve.Episodes,8}   {curve.Steps,7:n0}   {curve.Mean,8:f1}   {trial.Mean,10:f1}   {curve.Sparkline(CurveLength)}{(curve.IsSolved ? "" : "   not solved")}");
        }

        int solved = trainings.Count(training => training.Curve.IsSolved);
        AnsiConsole.MarkupLineInterpolated(
            $"\n[bold]{solved} of {trainings.Length} seeds[/] reached a mean of {LearningCurve.Goal} steps over {LearningCurve.Window} episodes within {Training.MostEpisodes:n0}; {trainings.Sum(training => training.Curve.Steps):n0} steps in {time.TotalSeconds:f1} s, {trainings.Sum(training => training.AllocatedBytes)} bytes allocated from each second episode on.");
        return 8 * solved >= 7 * trainings.Length ? 0 : 1;
    }
}
