using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Layerwright.Benchmarks;

/// <summary>
/// What a fresh process does. It says "done" when the first result is there and stays until nobody asks any more, so that its
/// memory can be looked at from outside.
/// </summary>
internal static class Starts
{
    public const ulong Seed = 1;
    private const int BatchSize = 128, Classes = 10, BatchesPerEpoch = 10;

    /// <summary>Loads weights and predicts a row.</summary>
    public static void Predict<TNetwork>(Func<string, TNetwork> load, string network, string directory)
        where TNetwork : class, INetwork<TNetwork>
    {
        Predictor<TNetwork> predictor = new(load(Path.Combine(directory, network + ".safetensors")));
        float[] outputs = new float[predictor.OutputLength];
        predictor.Predict(Inputs(directory, predictor.InputLength), outputs);
        Done(Text(outputs[0]));
    }

    /// <summary>Trains a step.</summary>
    public static void Step<TNetwork>(TNetwork network, string directory)
        where TNetwork : class, INetwork<TNetwork>
    {
        TrainingStep<TNetwork> step = new(network, BatchSize);
        Done(Text(step.Step(Inputs(directory, BatchSize * network.Blueprint.InputLength), Labels(BatchSize), Optimizer())));
    }

    /// <summary>A short training as users write it; prints microseconds from each step to the next, ends of epochs among them.</summary>
    public static void Fit<TNetwork>(TNetwork network, int threads, int epochs)
        where TNetwork : class, INetwork<TNetwork>
    {
        const int rows = BatchSize * BatchesPerEpoch;
        StepTimes times = new(BatchesPerEpoch * epochs);
        Dataset data = Dataset.FromLabels(Random(rows * network.Blueprint.InputLength), Labels(rows), Classes);
        Trainer<TNetwork> trainer = new(network, Optimizer()) { BatchSize = BatchSize, Threads = threads, Observers = [times] };
        trainer.Fit(data, epochs: epochs);
        Done(string.Join(' ', times.Microseconds.Select(time => time.ToString("F1", CultureInfo.InvariantCulture))));
    }

    private static Sgd Optimizer() => new(1e-4f) { Momentum = 0.9f };

    private static ReadOnlySpan<float> Inputs(string directory, int length) =>
        MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(Path.Combine(directory, "inputs.f32")))[..length];

    private static float[] Random(int length)
    {
        Random random = new(1);
        float[] inputs = new float[length];
        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i] = random.NextSingle();
        }

        return inputs;
    }

    private static int[] Labels(int rows)
    {
        int[] labels = new int[rows];
        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = i * 7 % Classes;
        }

        return labels;
    }

    private static string Text(float result) => result.ToString("R", CultureInfo.InvariantCulture);

    private static void Done(string result)
    {
        Console.WriteLine(result);
        Console.In.ReadLine();
    }

    private sealed class StepTimes(int count) : ITrainingObserver
    {
        private readonly long[] _stamps = new long[count + 1];
        private int _taken;

        public IEnumerable<double> Microseconds =>
            Enumerable.Range(1, _taken - 1).Select(i => Stopwatch.GetElapsedTime(_stamps[i - 1], _stamps[i]).TotalMicroseconds);

        public void OnFitStarting(TrainingRun run) => Take();

        public void OnStepCompleted(TrainingRun run) => Take();

        private void Take() => _stamps[_taken++] = Stopwatch.GetTimestamp();
    }
}
