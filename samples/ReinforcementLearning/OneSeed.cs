using System.Diagnostics;
using Spectre.Console;

namespace ReinforcementLearningSample;

/// <summary>Learns with one seed, shows how, saves the policy, and tries what was saved.</summary>
internal static class OneSeed
{
    private const int EpisodesPerLine = 20, BarLength = 40;

    public static int Run(Settings settings)
    {
        AnsiConsole.MarkupLineInterpolated(
            $"[bold]Balancing a pole by trying[/]\nEvery 0.02 s the cart is pushed left or right; an episode ends when the pole leans 12°, the cart leaves its track, or after {Episode.MostSteps} steps. Nobody says what is right: the network learns from how long it lasted. Solved: a mean of {LearningCurve.Goal} steps over {LearningCurve.Window} episodes.\n");
        AnsiConsole.WriteLine("episode     steps   mean of the last 100");
        var watch = Stopwatch.StartNew();
        Training training = Training.Run((ulong)settings.Seed, ShowEvery);
        LearningCurve curve = training.Curve;
        if (curve.Episodes % EpisodesPerLine != 0)
        {
            Show(curve);
        }

        string verdict = curve.IsSolved ? "Solved" : "Not solved";
        AnsiConsole.MarkupLineInterpolated(
            $"\n[bold]{verdict} after {curve.Episodes} episodes[/]: {curve.Steps:n0} steps in {watch.Elapsed.TotalSeconds:f1} s, playing and learning; {training.AllocatedBytes} bytes allocated from the second episode on.");

        training.Policy.Save(settings.File);
        Policy loaded = Policy.Load(settings.File);
        Trial trial = Trial.Of(loaded, settings.Seed);
        AnsiConsole.MarkupLineInterpolated(
            $"{settings.File}, loaded again: its likelier action each time lasts {trial.Mean:f1} steps in the mean of {Trial.Episodes} new episodes, {trial.Shortest} in the shortest.");
        Recovery.Show(loaded);
        return curve.IsSolved ? 0 : 1;
    }

    private static void ShowEvery(LearningCurve curve)
    {
        if (curve.Episodes % EpisodesPerLine == 0)
        {
            Show(curve);
        }
    }

    private static void Show(LearningCurve curve) => AnsiConsole.WriteLine(
        $"{curve.Episodes,7}   {curve.Steps,7:n0}   {curve.Mean,5:f1} {new string('█', (int)Math.Round(curve.Mean / Episode.MostSteps * BarLength))}");
}
