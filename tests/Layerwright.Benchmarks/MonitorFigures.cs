using System.Diagnostics;

namespace Layerwright.Benchmarks;

/// <summary>
/// What a monitor at its default sampling costs: an epoch with and without it, in turns. Of each place in
/// the sampling's cycle of 32 steps the quickest counts, so that a busy machine disturbs neither. (The histogram of weights, once an epoch, is left out.)
/// </summary>
internal static class MonitorFigures
{
    /// <summary>Every how many steps a long fit is sampled.</summary>
    private const int Cycle = 32;

    public static void Print()
    {
        Console.WriteLine($"An epoch of batches of {SpeedWorks.BatchSize} without and with a TrainingMonitor");
        Print<DigitNet>("784-512-256-10", 128, 40);
        Print<LeNet>("LeNet", 128, 24);
        Print<SmallResNet>("ResNet, 16-32-64", 64, 8);
    }

    private static void Print<TNetwork>(string name, int steps, int rounds)
        where TNetwork : class, INetwork<TNetwork>
    {
        Dataset data = Data(steps);
        for (int threads = 1; threads <= 2; threads++)
        {
            // As a long fit samples: one epoch alone would be sampled oftener.
            var monitor = new TrainingMonitor { SampleEvery = Cycle, StopOn = [] };
            StepClock plain = new(steps), watched = new(steps);
            Trainer<TNetwork> without = Create<TNetwork>(threads, plain), with = Create<TNetwork>(threads, monitor, watched);
            for (int round = 0; round < rounds; round++)
            {
                plain.Start();
                without.Fit(data, epochs: 1);
                watched.Start();
                with.Fit(data, epochs: 1);
            }

            Console.WriteLine(
                $"{name,-18} {steps} steps, {threads} thread(s) {plain.Epoch * 1e3,9:F2} ms {watched.Epoch * 1e3,9:F2} ms {(watched.Epoch / plain.Epoch) - 1,7:P2}"
                + $"   sampled step {watched.SampledStep / plain.SampledStep:F2} ×, epoch's end {(watched.End - plain.End) * 1e3:F2} ms, start of the fit {(watched.Beginning - plain.Beginning) * 1e3:F2} ms");
        }
    }

    private static Trainer<TNetwork> Create<TNetwork>(int threads, params ITrainingObserver[] observers)
        where TNetwork : class, INetwork<TNetwork> =>
        new(TNetwork.Create(SpeedWorks.Seed), SpeedWorks.Momentum) { BatchSize = SpeedWorks.BatchSize, Threads = threads, Observers = observers };

    private static Dataset Data(int steps)
    {
        int rows = steps * SpeedWorks.BatchSize;
        var random = new Random(1);
        float[] inputs = [.. Enumerable.Range(0, rows * 784).Select(_ => random.NextSingle() - 0.5f)];
        return Dataset.FromLabels(inputs, Enumerable.Range(0, rows).Select(_ => random.Next(10)).ToArray(), 10);
    }

    /// <summary>The quickest times of a cycle's steps, and of what lies before the first and behind the last.</summary>
    private sealed class StepClock(int steps) : ITrainingObserver
    {
        private readonly double[] _quickest = [.. Enumerable.Repeat(double.PositiveInfinity, Cycle + 2)];
        private long _last;

        /// <summary>Seconds from the call of Fit to its first step.</summary>
        public double Beginning => _quickest[0];

        /// <summary>Seconds of what follows an epoch's last step.</summary>
        public double End => _quickest[^1];

        /// <summary>Seconds of the step of which a sample is taken.</summary>
        public double SampledStep => _quickest[1];

        /// <summary>Seconds of an epoch, without the start of the fit.</summary>
        public double Epoch => (_quickest[1..^1].Sum() * steps / Cycle) + End;

        public void Start() => _last = Stopwatch.GetTimestamp();

        public void OnFitStarting(TrainingRun run) => Lap(0);

        public void OnStepCompleted(TrainingRun run) => Lap(1 + (int)((run.Step - 1) % Cycle));

        public void OnEpochCompleted(TrainingRun run) => Lap(_quickest.Length - 1);

        private void Lap(int place)
        {
            long now = Stopwatch.GetTimestamp();
            _quickest[place] = Math.Min(_quickest[place], Stopwatch.GetElapsedTime(_last, now).TotalSeconds);
            _last = now;
        }
    }
}
