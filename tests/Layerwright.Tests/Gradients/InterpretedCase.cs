using System.Collections.Concurrent;
using Layerwright.Testing.Interpretation;
using Layerwright.Testing.RandomNetworks;
using Layerwright.Testing.Running;

namespace Layerwright.Tests.Gradients;

/// <summary>One training pass of a random network beside the interpreter's, on the same side of every kink.</summary>
internal sealed class InterpretedCase
{
    private const int NoisyRuns = 4, MostAttempts = 40, FewRows = 4;

    // Several tests look at the same pass.
    private static readonly ConcurrentDictionary<string, Lazy<InterpretedCase>> s_cases = new(StringComparer.Ordinal);

    private readonly List<(Interpreter Interpreter, Pass Pass, LossResult Result)> _noisy;

    private InterpretedCase(RandomCase random, TestNetwork network, TestStep step, LayerRecorder recorder, float loss)
    {
        Random = random;
        Network = network;
        Step = step;
        Recorder = recorder;
        Loss = loss;
        Exact = random.Interpret(Keeps);
        _noisy = [.. Enumerable.Range(0, NoisyRuns).Select(run => random.Interpret(Keeps, new Random(run)))];
    }

    public RandomCase Random { get; }

    public TestNetwork Network { get; }

    public TestStep Step { get; }

    public LayerRecorder Recorder { get; }

    public float Loss { get; }

    public (Interpreter Interpreter, Pass Pass, LossResult Result) Exact { get; }

    /// <summary>The pass of this network: read, never stepped on.</summary>
    public static InterpretedCase Of(CompiledSet set, NetworkSpec network) =>
        s_cases.GetOrAdd(network.Name, _ => new(() => Create(network, set.Fused(network)))).Value;

    /// <summary>Runs both; draws other batches until no element lies so near a kink that rounding decides its side.</summary>
    private static InterpretedCase Create(NetworkSpec network, Type type)
    {
        bool wasSteady = false;
        for (int attempt = 0; attempt < MostAttempts; attempt++)
        {
            // Where many elements meet kinks behind many layers of rounding, only few rows stay clear of all of them.
            var random = new RandomCase(network, type, attempt, attempt < MostAttempts / 2 ? null : FewRows);
            var compiled = random.CreateNetwork();
            var step = random.CreateStep(compiled);
            var recorder = step.Record(random.Rows)!;
            float loss = random.ForwardBackward(step);
            var result = new InterpretedCase(random, compiled, step, recorder, loss);
            if (result.IsSteady())
            {
                wasSteady = true;
                if (result.TakesTheSameSides())
                {
                    return result;
                }
            }
        }

        throw wasSteady
            ? new InvalidOperationException($"{network.Name} takes other sides of kinks than its interpreter.")
            : new IncomparableNetworkException(network.Name);
    }

    /// <summary>The worst element of a tensor against the interpreter's, as a share of what is allowed.</summary>
    public (double Share, int Index) Compare(
        Func<(Interpreter Interpreter, Pass Pass, LossResult Result), IReadOnlyList<double>> select, ReadOnlySpan<float> actual) =>
        new Conditioning(select(Exact), _noisy.Select(select)).Worst(actual);

    // What was dropped shows as 0, or as alpha dropout's limit. Where the input is 0 as well it does not show, and does not matter: exact zeros are ReLU's or
    // dropout's own, with a gradient of 0 below.
    private bool Keeps(string layer, int row, int column, double dropped)
    {
        float[] shown = Recorder.Activations[layer];
        return Math.Abs(shown[(row * (shown.Length / Random.Rows)) + column] - dropped) > 1e-6 * Math.Abs(dropped);
    }

    /// <summary>Whether rounding alone, as the noisy runs have it, changes no side.</summary>
    private bool IsSteady()
    {
        int[] lossSides = LossSides(Exact.Result.Outputs);
        return WinnersAgree()
            && Exact.Pass.Sides.All(layer => _noisy.All(run => layer.Value.SequenceEqual(run.Pass.Sides[layer.Key])))
            && _noisy.All(run => lossSides.SequenceEqual(LossSides(run.Result.Outputs)));
    }

    private bool TakesTheSameSides() =>
        LossSides(Exact.Result.Outputs).SequenceEqual(LossSides(Matrix.From(Random.Rows, Step.Outputs)))
        && Exact.Pass.KinkValues.All(layer =>
        {
            int[] exact = Pass.SidesOf(Exact.Pass.Activations[layer.Key].Values, layer.Value);
            return exact.SequenceEqual(Pass.SidesOf(Recorder.Activations[layer.Key].Select(value => (double)value), layer.Value));
        });

    // Which piece of a maxout layer was the largest does not show: it must lead by more than rounding could take.
    private bool WinnersAgree() => Exact.Pass.Winners.All(layer => layer.Value.Select((exact, i) =>
    {
        var noisy = _noisy.ConvertAll(run => run.Pass.Winners[layer.Key][i]);
        double noise = noisy.Max(winner => Math.Abs(winner.Lead - exact.Lead));
        return noisy.TrueForAll(winner => winner.Piece == exact.Piece) && exact.Lead >= 16 * noise;
    }).All(agrees => agrees));

    private int[] LossSides(Matrix outputs) =>
        [.. Exact.Interpreter.Kinks(outputs, Random.Batch.Targets).Select(Math.Sign)];
}

/// <summary>A network so ill-conditioned that rounding decides a side of a kink in every batch: its gradients are nobody's to compare.</summary>
internal sealed class IncomparableNetworkException(string name) : InvalidOperationException($"{name}: every batch lies at a kink.");
