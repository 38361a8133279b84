using System.Globalization;
using Layerwright.Benchmarks.Peers;

namespace Layerwright.Benchmarks;

/// <summary>
/// How soon a fresh process trains at its full speed: its first steps one by one, on one thread. Ours are a trainer's, with shuffling and
/// gathering; the runtime compiles some code twice, and what is slow meanwhile shows here.
/// </summary>
internal sealed class SteadinessSuite(PeerFigures figures) : ISuite
{
    private const int Rounds = 5, Steps = 300, StepsPerEpoch = 10;
    private static readonly int[] Shown = [1, 2, 5, 10, 30, 100, 300];

    public string Name => "steadiness";

    public void Measure(SpeedTable table)
    {
        using StartPrograms programs = new();
        using StartData data = new();
        foreach (string network in new[] { StartData.Mlp, StartData.LeNet })
        {
            string what = network == StartData.Mlp ? "784-512-256-10" : "LeNet-5";
            if (table.Wants(what))
            {
                Add(table, programs.Forms[0], data, network, what);
            }
        }
    }

    private void Add(SpeedTable table, StartForm program, StartData data, string network, string what)
    {
        double[]? ours = null, theirs = null;
        for (int round = 0; round < Rounds; round++)
        {
            string epochs = (Steps / StepsPerEpoch).ToString(CultureInfo.InvariantCulture);
            ours = Best(ours, program.Start("fit", network, "1", epochs));
            if (figures.PythonPath is { } python)
            {
                string script = Path.Combine(AppContext.BaseDirectory, "Peers", "starts.py"), steps = Steps.ToString(CultureInfo.InvariantCulture);
                List<(string, string)> environment = [("OMP_NUM_THREADS", "1"), ("OPENBLAS_NUM_THREADS", "1")];
                environment.AddRange(figures.Blas.Take(1).Select(directory => ("LD_LIBRARY_PATH", directory)));
                theirs = Best(theirs, FreshProcess.Start(python, [script, "steps", network, data.Folder, steps], [.. environment]));
            }
        }

        foreach (int step in Shown)
        {
            table.Add(new($"step {step} of a fresh process, {what}, batch {StartData.BatchSize}", ours![step - 1])
            {
                Peers = theirs is null ? [] : [new("PyTorch", theirs[step - 1])],
                LeastRatio = 1,
            });
        }
    }

    /// <summary>Seconds of each step, the least of the rounds.</summary>
    private static double[] Best(double[]? before, FreshProcess process)
    {
        double[] seconds = [.. process.Result.Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture) * 1e-6)];
        return before is null ? seconds : [.. seconds.Zip(before, Math.Min)];
    }
}
