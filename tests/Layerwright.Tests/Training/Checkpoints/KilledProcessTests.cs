using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Layerwright.Tests.Training;

/// <summary>Whatever the moment at which a process is killed, the checkpoint is whole and goes on to the same bits.</summary>
public class KilledProcessTests
{
    private const string CheckpointVariable = "LAYERWRIGHT_TRAIN_AND_CHECKPOINT";
    private const int Kills = 50, Epochs = 6;

    private static readonly Dataset s_data = Samples.Spiral(90);

    /// <summary>
    /// In the child process, before any test would begin: goes on from the checkpoint that the one before left, writes one after every
    /// step, and when the fit is done begins another.
    /// </summary>
    [ModuleInitializer]
    internal static void TrainUntilKilled()
    {
        if (Environment.GetEnvironmentVariable(CheckpointVariable) is { } path)
        {
            ITrainingObserver[] observers = [new Checkpointer(path) { EverySteps = 1 }, new Announcement()];
            Trainer<WideNet> trainer = File.Exists(path) ? Trainer<WideNet>.Resume(path, observers) : Create(observers);
            while (true)
            {
                trainer.Fit(s_data, epochs: Epochs);
                trainer = Create(observers);
            }
        }
    }

    [Fact]
    public async Task A_process_that_is_killed_at_any_moment_leaves_a_whole_checkpoint_that_resumes_to_the_same_bits()
    {
        using var folder = new CheckpointFolder();
        ResumedFit expected = ResumedFit.Of(Create([]), s_data, null, Epochs);
        var random = new Random(1);
        var steps = new HashSet<long>();
        for (int kill = 0; kill < Kills; kill++)
        {
            await TrainAndKill(folder["last"], TimeSpan.FromMilliseconds(40 * random.NextDouble()));

            Assert.Empty(folder.Files.Except(["last", "last.tmp"]));
            var step = new StepReader();
            Trainer<WideNet> resumed = Trainer<WideNet>.Resume(folder["last"], [step]);
            ResumedFit.AssertSame(expected, ResumedFit.Of(resumed, s_data, null, Epochs));
            steps.Add(step.First);
        }

        // Each child made a step at least before it was killed.
        Assert.True(steps.Count > 10, $"{Kills} kills came at {steps.Count} different steps");
    }

    private static Trainer<WideNet> Create(ITrainingObserver[] observers) => new(new WideNet(seed: 8), new AdamW(0.01f))
    {
        BatchSize = 16,
        Threads = 1,
        Schedule = new OneCycle(),
        Observers = observers,
    };

    private static async Task TrainAndKill(string path, TimeSpan delay)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(KilledProcessTests).Assembly.Location);
        }

        start.Environment[CheckpointVariable] = path;
        using var child = Process.Start(start)!;
        try
        {
            Assert.True(await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) == Announcement.Text, "the child did not train");
            await Task.Delay(delay, TestContext.Current.CancellationToken);
            Assert.False(child.HasExited, "the child ended by itself");
        }
        finally
        {
            child.Kill();
            await child.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>Tells the parent that there is a checkpoint.</summary>
    private sealed class Announcement : ITrainingObserver
    {
        public const string Text = "training";

        private static bool s_isMade;

        public void OnStepCompleted(TrainingRun run)
        {
            if (!s_isMade)
            {
                s_isMade = true;
                Console.WriteLine(Text);
            }
        }
    }

    private sealed class StepReader : ITrainingObserver
    {
        public long First { get; private set; } = -1;

        public void OnFitStarting(TrainingRun run) => First = First < 0 ? run.Step : First;
    }
}
