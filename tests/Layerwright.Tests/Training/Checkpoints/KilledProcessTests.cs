using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Layerwright.Tests.Training;

/// <summary>Whatever the moment at which a process is killed, the checkpoint is whole and goes on to the same bits.</summary>
public class KilledProcessTests
{
    private const string CheckpointVariable = "LAYERWRIGHT_TRAIN_AND_CHECKPOINT";
    private const string InPlaceVariable = "LAYERWRIGHT_CHECKPOINT_IN_PLACE";
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
            ITrainingObserver[] observers = Environment.GetEnvironmentVariable(InPlaceVariable) is null
                ? [new Checkpointer(path) { EverySteps = 1 }, new Announcement()]
                : [new Checkpointer(path + ".whole") { EverySteps = 1 }, new InPlaceWriter(path), new Announcement()];
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
            steps.Add(AssertResumes(folder["last"], expected));
        }

        // Each child made a step at least before it was killed.
        Assert.True(steps.Count > 10, $"{Kills} kills came at {steps.Count} different steps");
    }

    [Fact]
    public async Task A_writer_that_writes_in_place_is_caught_by_the_same_check()
    {
        using var folder = new CheckpointFolder();
        ResumedFit expected = ResumedFit.Of(Create([]), s_data, null, Epochs);
        var random = new Random(1);
        Exception? caught = null;
        for (int kill = 0; kill < Kills && caught is null; kill++)
        {
            File.Delete(folder["last"]);
            await TrainAndKill(folder["last"], TimeSpan.FromMilliseconds(40 * random.NextDouble()), inPlace: true);
            caught = Record.Exception(() => AssertResumes(folder["last"], expected));
        }

        Assert.IsType<InvalidDataException>(caught);
    }

    /// <summary>That a checkpoint is whole and goes on to the same bits.</summary>
    /// <returns>The step it was taken at.</returns>
    private static long AssertResumes(string path, ResumedFit expected)
    {
        var step = new StepReader();
        Trainer<WideNet> resumed = Trainer<WideNet>.Resume(path, [step]);
        ResumedFit.AssertSame(expected, ResumedFit.Of(resumed, s_data, null, Epochs));
        return step.First;
    }

    private static Trainer<WideNet> Create(ITrainingObserver[] observers) => new(new WideNet(seed: 8), new AdamW(0.01f))
    {
        BatchSize = 16,
        Threads = 1,
        Schedule = new OneCycle(),
        Observers = observers,
    };

    private static async Task TrainAndKill(string path, TimeSpan delay, bool inPlace = false)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(KilledProcessTests).Assembly.Location);
        }

        start.Environment[CheckpointVariable] = path;
        if (inPlace)
        {
            start.Environment[InPlaceVariable] = "1";
        }

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

    /// <summary>Writes the checkpoint at hand over the one before, a few bytes at a time: what a checkpointer must not do.</summary>
    private sealed class InPlaceWriter(string path) : ITrainingObserver
    {
        public void OnStepCompleted(TrainingRun run)
        {
            byte[] whole = File.ReadAllBytes(path + ".whole");
            using FileStream stream = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
            foreach (byte[] piece in whole.Chunk(16))
            {
                stream.Write(piece);
            }
        }
    }

    private sealed class StepReader : ITrainingObserver
    {
        public long First { get; private set; } = -1;

        public void OnFitStarting(TrainingRun run) => First = First < 0 ? run.Step : First;
    }
}
