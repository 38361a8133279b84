using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// What must hold of every network, whatever it is trained on, as checks for a test project: each makes networks of its own, gives
/// them random numbers and throws where something does not hold. A project with <c>LayerwrightChecks</c> set to true has a class of
/// tests written for each of its networks that calls them.
/// </summary>
/// <remarks>
/// What a network makes of real data is <see cref="SanityCheck"/>'s: it says how a network will train, these say whether its code is
/// right on this machine.
/// </remarks>
/// <example>
/// <code>
/// [Fact]
/// public void Gradients_agree_with_differences() => NetworkChecks.GradientsAgree&lt;FashionNet&gt;();
/// </code>
/// </example>
public static class NetworkChecks
{
    /// <summary>Rows of a batch: few, since each brings its own kinks, and more than one for batch statistics.</summary>
    private const int Rows = 8;

    /// <summary>Rows of the first loss, fewer where rows are long.</summary>
    private const int LossRows = 256, LossNumbers = 1 << 22;

    /// <summary>Moves nothing: the steps that are measured cannot diverge.</summary>
    private const float NoRate = 1e-30f;

    /// <summary>Networks of which most must begin at chance's loss: one seed may be out of luck.</summary>
    private const int Draws = 3;

    /// <summary>
    /// Gradients agree with centred differences: none is wrong by <see cref="GradientCheck"/>, with penalties and dropout off. A network
    /// without a loss is checked through <see cref="TrainingStep{TNetwork}.Backward"/>.
    /// </summary>
    /// <param name="seed">Decides weights and rows. Default: 0.</param>
    /// <typeparam name="TNetwork">The network's class; it must train.</typeparam>
    /// <exception cref="NetworkCheckException">A gradient is wrong; the message has a line for each parameter.</exception>
    /// <exception cref="NotSupportedException">The network only predicts.</exception>
    public static void GradientsAgree<TNetwork>(ulong seed = 0)
        where TNetwork : class, INetwork<TNetwork> => GradientsAgree(TNetwork.Create(seed), seed);

    /// <summary>The same of a network at hand.</summary>
    internal static void GradientsAgree<TNetwork>(TNetwork network, ulong seed)
        where TNetwork : class, INetwork<TNetwork>
    {
        IEnumerable<GradientReport> reports = network.Blueprint.Target == TargetKind.None
            ? OutputGradients.Check(network, RandomRows.Inputs(network.Blueprint, Rows, seed), seed)
            : [GradientCheck.Run(network, RandomRows.WithTargets(network.Blueprint, Rows, seed), new() { Rows = Rows, Seed = seed })];
        if (reports.FirstOrDefault(report => report.Verdict == GradientVerdict.Wrong) is { } wrong)
        {
            throw Fault(network, $"gradients do not agree with differences.\n{wrong}");
        }
    }

    /// <summary>
    /// The first loss on random labels is about what chance gives (ln C for C classes): finite, and for most of three networks less than
    /// twice as high. For a loss without such a value, a regression's, it has to be finite alone.
    /// </summary>
    /// <param name="seed">Decides weights and rows. Default: 0.</param>
    /// <typeparam name="TNetwork">The network's class; it must train.</typeparam>
    /// <exception cref="NetworkCheckException">The first loss is not finite or far too high.</exception>
    /// <exception cref="InvalidOperationException">The network has no loss.</exception>
    /// <exception cref="NotSupportedException">The network only predicts.</exception>
    public static void FirstLossIsThatOfChance<TNetwork>(ulong seed = 0)
        where TNetwork : class, INetwork<TNetwork>
    {
        NetworkBlueprint blueprint = TNetwork.Create(seed).Blueprint;
        var options = new SanityOptions { Checks = SanityChecks.InitialLoss };
        SanityResult[] failures =
        [
            .. Enumerable.Range(0, Draws)
                .Select(draw => options with { Seed = seed + (ulong)draw })
                .SelectMany(draw => SanityCheck.Run(TNetwork.Create, RandomRows.WithTargets(blueprint, LossRowsOf(blueprint), draw.Seed).AsTrainingSet(), draw).Results)
                .Where(result => result.Verdict == SanityVerdict.Failed),
        ];
        if (failures.Length > Draws / 2)
        {
            throw new NetworkCheckException(blueprint.Name, $"the first loss is not what chance gives. {failures[0]}");
        }
    }

    /// <summary>The same input gives the same prediction: again, from another predictor, and alone as among others but for rounding.</summary>
    /// <param name="seed">Decides weights and rows. Default: 0.</param>
    /// <typeparam name="TNetwork">The network's class.</typeparam>
    /// <exception cref="NetworkCheckException">Two predictions differ, or an output is not finite.</exception>
    public static void SameInputGivesSamePrediction<TNetwork>(ulong seed = 0)
        where TNetwork : class, INetwork<TNetwork>
    {
        TNetwork network = TNetwork.Create(seed);
        SanityResult result = PredictionCheck.Of(network, RandomRows.Inputs(network.Blueprint, Rows, seed), Rows);
        if (result.Verdict == SanityVerdict.Failed)
        {
            throw Fault(network, result.Message);
        }
    }

    /// <summary>What is saved and loaded has the same state, bit by bit, and predicts the same bits. Writes a file among the temporary ones and deletes it.</summary>
    /// <param name="save">The network's own <c>Save</c>.</param>
    /// <param name="load">The network's own <c>Load</c>.</param>
    /// <param name="seed">Decides weights and rows. Default: 0.</param>
    /// <typeparam name="TNetwork">The network's class.</typeparam>
    /// <exception cref="NetworkCheckException">An entry or a prediction differs.</exception>
    /// <exception cref="IOException">The file cannot be written or read.</exception>
    public static void FileGivesSameBits<TNetwork>(Action<TNetwork, string> save, Func<string, TNetwork> load, ulong seed = 0)
        where TNetwork : class, INetwork<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(save);
        ArgumentNullException.ThrowIfNull(load);
        TNetwork network = TNetwork.Create(seed);
        FileRoundTrip.MoveAwayFromSeed(network);
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".safetensors");
        try
        {
            save(network, path);
            if (FileRoundTrip.Difference(network, load(path), RandomRows.Inputs(network.Blueprint, Rows, seed), Rows) is { } difference)
            {
                throw Fault(network, $"saved and loaded, {difference}.");
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Prediction allocates nothing, of one row and of several.</summary>
    /// <param name="seed">Decides weights and rows. Default: 0.</param>
    /// <typeparam name="TNetwork">The network's class.</typeparam>
    /// <exception cref="NetworkCheckException">Bytes were allocated.</exception>
    public static void PredictionAllocatesNothing<TNetwork>(ulong seed = 0)
        where TNetwork : class, INetwork<TNetwork> => PredictionAllocatesNothing(TNetwork.Create(seed), seed);

    /// <summary>The same of a network at hand.</summary>
    internal static void PredictionAllocatesNothing<TNetwork>(TNetwork network, ulong seed)
        where TNetwork : class, INetwork<TNetwork>
    {
        var predictor = new Predictor<TNetwork>(network, Rows);
        float[] inputs = RandomRows.Inputs(network.Blueprint, Rows, seed), outputs = new float[Rows * network.Blueprint.OutputLength];
        AllocatesNothing(network, "a prediction", () =>
        {
            predictor.Predict(inputs, outputs);
            predictor.Predict(inputs.AsSpan(0, network.Blueprint.InputLength), outputs.AsSpan(0, network.Blueprint.OutputLength));
        });
    }

    /// <summary>A training step allocates nothing: forward, backward and update.</summary>
    /// <param name="seed">Decides weights and rows. Default: 0.</param>
    /// <typeparam name="TNetwork">The network's class; it must train.</typeparam>
    /// <exception cref="NetworkCheckException">Bytes were allocated.</exception>
    /// <exception cref="NotSupportedException">The network only predicts.</exception>
    public static void StepAllocatesNothing<TNetwork>(ulong seed = 0)
        where TNetwork : class, INetwork<TNetwork> => StepAllocatesNothing(TNetwork.Create(seed), seed);

    /// <summary>The same of a network at hand.</summary>
    internal static void StepAllocatesNothing<TNetwork>(TNetwork network, ulong seed)
        where TNetwork : class, INetwork<TNetwork>
    {
        var step = new TrainingStep<TNetwork>(network, Rows, threads: 1);
        var optimizer = new Sgd(NoRate) { Momentum = 0.9f };
        if (network.Blueprint.Target == TargetKind.None)
        {
            float[] inputs = RandomRows.Inputs(network.Blueprint, Rows, seed), gradient = new float[Rows * network.Blueprint.OutputLength];
            AllocatesNothing(network, "a training step", () =>
            {
                step.Forward(inputs);
                step.Backward(gradient);
                step.Update(optimizer);
            });
            return;
        }

        Batch batch = new BatchStream(RandomRows.WithTargets(network.Blueprint, Rows, seed), network.Blueprint, Rows, seed).Next();
        AllocatesNothing(network, "a training step", () => step.Step(batch.Inputs, batch.Targets, optimizer));
    }

    /// <summary>Makes checks one after the other, whatever fails, and writes a line for each: for a project without a test framework.</summary>
    /// <param name="checks">Names and checks.</param>
    /// <exception cref="AggregateException">One or more did not hold; it has the exception of each.</exception>
    public static void RunAll(IReadOnlyList<(string Name, Action Check)> checks)
    {
        ArgumentNullException.ThrowIfNull(checks);
        var faults = new List<Exception>();
        foreach ((string name, Action check) in checks)
        {
            try
            {
                check();
                Console.WriteLine($"pass  {name}");
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                Console.WriteLine($"FAIL  {name}: {fault.Message}");
                faults.Add(fault);
            }
        }

        if (faults.Count > 0)
        {
            throw new AggregateException($"{faults.Count} of {checks.Count} checks failed.", faults);
        }
    }

    private static int LossRowsOf(NetworkBlueprint network) => Math.Clamp(LossNumbers / network.InputLength, Rows, LossRows);

    private static void AllocatesNothing<TNetwork>(TNetwork network, string what, Action work)
        where TNetwork : class, INetwork<TNetwork>
    {
        long bytes = Allocations.Least(work);
        if (bytes > 0)
        {
            throw Fault(network, FormattableString.Invariant($"{what} allocates {bytes} bytes."));
        }
    }

    private static NetworkCheckException Fault<TNetwork>(TNetwork network, string message)
        where TNetwork : class, INetwork<TNetwork> => new(network.Blueprint.Name, message);
}
