namespace Layerwright;

/// <summary>
/// LW7002: the loss before the first update is not that of a network without knowledge, ln C for C classes
/// (CS231n, "Look for correct loss at chance performance").
/// </summary>
/// <remarks>
/// That loss is ln C + v/2 for outputs of variance v, and v depends on the seed: a layer of few filters passes on more or less of smooth images, and
/// poolings add to it. So a fit's first batch counts as too high by the bounds of all only where weights or inputs are larger than they should be; where none
/// are, from <see cref="Unexplained"/> on, which no seed reaches. It counts as too low where luck with the outputs cannot explain it.
/// </remarks>
internal sealed class InitialLoss : Diagnosis
{
    /// <summary>Shares of the expected loss between which a first loss is healthy; 2.42 to 2.52 were measured for ten classes (2.30).</summary>
    public const double Low = 0.9, High = 1.3;

    /// <summary>From here on it is a warning.</summary>
    private const double FarTooHigh = 2;

    /// <summary>
    /// From here on it is no chance of the seed. LeNet without BatchNorm, whose poolings raise signals, was seen at 1.45 for one seed in 20, and at 1.99 at most
    /// for 800; plain ReLU layers at 1.35.
    /// </summary>
    private const double Unexplained = 3;

    /// <summary>Mean squares: of inputs that weights are drawn for, of outputs by He's weights, and by how much both may be passed.</summary>
    private const double Inputs = 1, HeGain = 2, Tolerance = 2;

    /// <summary>Deviations of luck that a low first loss may come from, and the largest deviation of healthy first outputs.</summary>
    private const double Luck = 3, LargestSpread = 1;

    private const string Rule = "LW7002", RuleTitle = "Initial loss";

    public override string Id => Rule;

    public override string Title => RuleTitle;

    public override IReadOnlyList<string> ExplainedBy => ["LW6001"];

    public override IEnumerable<Finding> Examine(TrainingRecord record)
    {
        if (record is not { InitialLoss: { } loss, ExpectedLoss: { } expected })
        {
            yield break;
        }

        string? weights = LargeWeights(record), inputs = LargeInputs(record);
        double low = (Low * expected) - LuckOf(record, expected), high = weights is null && inputs is null ? Unexplained : High;
        if (Judge(loss, expected, low, high * expected) is { } finding)
        {
            bool isHigh = !(loss < low);
            yield return finding with
            {
                Epoch = 1,
                Step = 0,
                Message = isHigh ? string.Join("; ", new[] { finding.Message, inputs, weights }.OfType<string>()) : finding.Message,
                StaticRule = isHigh && weights is null && inputs is not null ? "LW6001" : finding.StaticRule,
            };
        }
    }

    /// <summary>Compares a first loss with the expected one, by the bounds for any network.</summary>
    /// <param name="loss">The loss of an untrained network, without penalties.</param>
    /// <param name="expected">That of a network without knowledge, positive.</param>
    /// <returns>A warning where it is twice as high or more, a note where it is outside the bounds (a network that was trained before is right to be below), or null.</returns>
    public static Finding? Judge(double loss, double expected) => Judge(loss, expected, Low * expected, High * expected);

    private static Finding? Judge(double loss, double expected, double low, double high)
    {
        if (double.IsFinite(loss) && loss >= low && loss <= high)
        {
            return null;
        }

        string seen = FormattableString.Invariant(
            $"the first loss is {loss:g4}, a network without knowledge has {expected:g4}: outside {Math.Max(0, low):g4} to {high:g4}");
        return loss < low
            ? new(Rule, RuleTitle, FindingSeverity.Note, seen, "Right for a network that was trained before; else look whether the inputs give the answers away, or one class has nearly all rows")
            : new(Rule, RuleTitle, loss < FarTooHigh * expected ? FindingSeverity.Note : FindingSeverity.Warning, seen, "Try a smaller initialisation of the last layers (Init.Auto), inputs of mean 0 and deviation 1, and look whether labels belong to their rows", "LW3007");
    }

    private static string? LargeInputs(TrainingRecord record)
    {
        double size = (record.InputMean * record.InputMean) + (record.InputDeviation * record.InputDeviation);
        return size > Tolerance * Inputs ? FormattableString.Invariant($"inputs have a mean square of {size:g2} for {Inputs}") : null;
    }

    /// <summary>Layers whose weights are larger than He's; what is normalised next may have any size.</summary>
    private static string? LargeWeights(TrainingRecord record)
    {
        List<(string, string)> large =
        [
            .. from pair in record.Layers.Zip(record.Layers.Skip(1).Append(null))
               where pair.First.StartGain > Tolerance * HeGain && pair.Second is not { IsNormalization: true }
               select (pair.First.Name, FormattableString.Invariant($"{pair.First.StartGain / HeGain:g2} ×")),
        ];
        return large.Count > 0 ? $"mean squares by the weights of {LayerWindow.List(large)} those by He's" : null;
    }

    /// <summary>
    /// How far below its expectation luck brings the loss. Without knowledge it is luck which output belongs to which class, and rows of a class are alike: as if
    /// there were one row of each, of outputs as they deviate.
    /// </summary>
    private static double LuckOf(TrainingRecord record, double expected)
    {
        double spread = record.Layers is [.., { Samples: [{ Step: 0, Deviation: var deviation }, ..] }] && double.IsFinite(deviation) ? Math.Min(deviation, LargestSpread) : 0;
        return record.Classes < 2 ? 0 : Luck * spread / Math.Sqrt(record.Classes) * expected / Math.Log(record.Classes);
    }
}
