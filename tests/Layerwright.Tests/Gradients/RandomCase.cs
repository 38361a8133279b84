using Layerwright.Runtime;
using Layerwright.Testing.Interpretation;
using Layerwright.Testing.RandomNetworks;
using Layerwright.Testing.Running;

namespace Layerwright.Tests.Gradients;

/// <summary>A random network with weights, a batch and run-time factors: everything one check needs, from one seed.</summary>
internal sealed class RandomCase
{
    private const double LargestGain = 1;

    private readonly float[][] _state;
    private readonly Type _type;
    private readonly Dictionary<string, int> _filteredBack;

    /// <param name="network">The description.</param>
    /// <param name="type">Its generated class.</param>
    /// <param name="attempt">Another batch for each attempt.</param>
    /// <param name="rows">Rows of the batch; drawn where null: 1 to 33 (vectors) or 8 (images), at least 2 with batch statistics.</param>
    public RandomCase(NetworkSpec network, Type type, int attempt = 0, int? rows = null)
    {
        Network = network;
        _type = type;
        var random = new Random(Seed);
        Rows = rows ?? random.Next(RandomNetwork.Has(network.Layers, layer => layer is BatchNormSpec { Frozen: false }) ? 2 : 1, IsVectorial(network) ? 34 : 9);
        RegularizationFactor = random.Next(3) * 0.75f;
        DropoutFactor = random.Next(3) * 0.5f;
        IsWeighted = random.Next(3) == 0 && network.Loss != LossKind.None;
        var created = TestNetwork.Create(type, (ulong)Seed);
        _state = [.. created.State.Select(entry => Start(entry.Value, KindOf(created, entry.Key), random))];
        OutputLength = created.Blueprint.OutputLength;
        Filtered = Copied(created.Blueprint, CopyForm.Winograd, CopyForm.Winograd4);
        _filteredBack = Copied(created.Blueprint, CopyForm.TurnedWinograd, CopyForm.TurnedWinograd4);
        Batch = RandomBatch.Create(Seed + (7919 * attempt), Rows, network);
    }

    public NetworkSpec Network { get; }

    public int Seed => Network.Seed;

    public int Rows { get; }

    public int OutputLength { get; }

    public RandomBatch Batch { get; }

    /// <summary>Weights whose convolutions are done by Winograd's detour, and outputs of its tiles along an axis.</summary>
    public IReadOnlyDictionary<string, int> Filtered { get; }

    public float RegularizationFactor { get; }

    public float DropoutFactor { get; }

    public bool IsWeighted { get; }

    public ReadOnlySpan<float> SampleWeights => IsWeighted ? Batch.SampleWeights : default;

    /// <summary>The network with the case's weights.</summary>
    public TestNetwork CreateNetwork(Type? type = null)
    {
        var network = TestNetwork.Create(type ?? _type, (ulong)Seed);
        foreach (var (entry, values) in network.State.Values.Zip(_state))
        {
            entry.CopyFrom(values);
        }

        return network;
    }

    /// <summary>A step with the case's factors.</summary>
    public TestStep CreateStep(TestNetwork network, int threads = 1, byte? poison = null)
    {
        var step = network.CreateStep(Rows, threads, poison);
        step.RegularizationFactor = RegularizationFactor;
        step.DropoutFactor = DropoutFactor;
        return step;
    }

    /// <summary>Stores the batch's gradients: of the loss, or of the batch's output gradient where there is no loss.</summary>
    public float ForwardBackward(TestStep step)
    {
        if (Network.Loss != LossKind.None)
        {
            return step.ForwardBackward(Batch.Inputs, Batch.Targets, SampleWeights);
        }

        step.Forward(Batch.Inputs);
        step.Backward(Batch.OutputGradient);
        return 0;
    }

    /// <summary>One update, fused where the network has a loss.</summary>
    public float Step(TestStep step, Optimizer optimizer)
    {
        if (Network.Loss != LossKind.None)
        {
            return step.Step(Batch.Inputs, Batch.Targets, optimizer, SampleWeights);
        }

        ForwardBackward(step);
        step.Update(optimizer);
        return 0;
    }

    /// <summary>The same in double precision.</summary>
    public (Interpreter Interpreter, Pass Pass, LossResult Result) Interpret(Func<string, int, int, double, bool> keeps, Random? noise = null)
    {
        var interpreter = CreateInterpreter();
        var pass = new Pass
        {
            IsTraining = true,
            Keeps = keeps,
            DropoutFactor = DropoutFactor,
            RegularizationFactor = RegularizationFactor,
            Noise = noise,
            Filtered = Filtered,
            FilteredBack = _filteredBack,
        };
        if (Network.Loss != LossKind.None)
        {
            return (interpreter, pass, interpreter.ForwardBackward(Batch.InputMatrix, Batch.Targets, pass, SampleWeights));
        }

        var outputs = interpreter.Forward(Batch.InputMatrix, pass);
        var inputGradient = interpreter.Backward(Matrix.From(Rows, Batch.OutputGradient), pass);
        double penalty = interpreter.AddPenalties(RegularizationFactor);
        return (interpreter, pass, new LossResult(outputs, 0, penalty, inputGradient));
    }

    /// <summary>An interpreter with the case's weights.</summary>
    public Interpreter CreateInterpreter()
    {
        var interpreter = new Interpreter(Network);
        foreach (var entry in CreateNetwork().State.Values)
        {
            Array.ConvertAll(entry.ToArray(), value => (double)value).CopyTo(interpreter.State[entry.Name].Values, 0);
        }

        return interpreter;
    }

    private static bool IsVectorial(NetworkSpec network) =>
        network.Input.Shape.Rank == 1 && !RandomNetwork.Has<ReshapeSpec>(network.Layers);

    private static Dictionary<string, int> Copied(NetworkBlueprint blueprint, CopyForm two, CopyForm four) => blueprint.Copies
        .Where(copy => copy.Form == two || copy.Form == four)
        .ToDictionary(copy => blueprint.Parameters[copy.Parameter].Key, copy => copy.Form == two ? 2 : 4);

    private static string KindOf(TestNetwork network, string key) =>
        network.Blueprint.Layers[network.Blueprint.Parameters.Single(parameter => parameter.Key == key).Layer].Kind;

    // Weights as the network drew them, but never all zeros, nor so large that a deep network explodes; vectors and statistics
    // away from 0 and 1, where their parts would not show; slopes of either sign.
    private static float[] Start(StateEntry entry, string kind, Random random)
    {
        float[] values = entry.ToArray();
        bool isMatrix = entry.Shape.Length > 1;
        if (isMatrix && values.Any(value => value != 0))
        {
            double gain = Math.Sqrt(values.Sum(value => (double)value * value) / entry.Shape[0]);
            return gain > LargestGain ? [.. values.Select(value => (float)(value * LargestGain / gain))] : values;
        }

        for (int i = 0; i < values.Length; i++)
        {
            values[i] = isMatrix ? random.NextNormal() * (float)(LargestGain * Math.Sqrt((double)entry.Shape[0] / values.Length))
                : entry.Name.EndsWith("running_var", StringComparison.Ordinal) ? 0.5f + (1.5f * random.NextSingle())
                : kind == "PReLU" ? random.NextNormal() * 0.5f
                : entry.Name.EndsWith(".weight", StringComparison.Ordinal) ? 0.5f + random.NextSingle()
                : random.NextNormal() * 0.3f;
        }

        return values;
    }
}
