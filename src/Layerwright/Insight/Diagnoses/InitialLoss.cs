namespace Layerwright;

/// <summary>
/// LW7002: the loss before the first update is not that of a network without knowledge, ln C for C classes
/// (CS231n, "Look for correct loss at chance performance").
/// </summary>
internal sealed class InitialLoss : Diagnosis
{
    /// <summary>Shares of the expected loss between which a first loss is healthy; 2.42 to 2.52 were measured for ten classes (2.30).</summary>
    public const double Low = 0.9, High = 1.3;

    /// <summary>From here on it is no chance of the seed: LeNet without BatchNorm, whose poolings raise signals, was seen at 1.7.</summary>
    private const double FarTooHigh = 2;

    private const string Rule = "LW7002", RuleTitle = "Initial loss";

    public override string Id => Rule;

    public override string Title => RuleTitle;

    public override IReadOnlyList<string> ExplainedBy => ["LW6001"];

    public override IEnumerable<Finding> Examine(TrainingRecord record)
    {
        if (record is { InitialLoss: { } loss, ExpectedLoss: { } expected } && Judge(loss, expected) is { } finding)
        {
            yield return finding with { Epoch = 1, Step = 0 };
        }
    }

    /// <summary>Compares a first loss with the expected one.</summary>
    /// <param name="loss">The loss of an untrained network, without penalties.</param>
    /// <param name="expected">That of a network without knowledge, positive.</param>
    /// <returns>A warning where it is twice as high or more, a note where it is outside the bounds (a network that was trained before is right to be below), or null.</returns>
    public static Finding? Judge(double loss, double expected)
    {
        if (double.IsFinite(loss) && loss >= Low * expected && loss <= High * expected)
        {
            return null;
        }

        string seen = FormattableString.Invariant(
            $"the first loss is {loss:g4}, a network without knowledge has {expected:g4}: outside {Low * expected:g4} to {High * expected:g4}");
        return loss < Low * expected
            ? new(Rule, RuleTitle, FindingSeverity.Note, seen, "Right for a network that was trained before; else look whether the inputs give the answers away, or one class has nearly all rows")
            : new(Rule, RuleTitle, loss < FarTooHigh * expected ? FindingSeverity.Note : FindingSeverity.Warning, seen, "Try a smaller initialisation of the last layers (Init.Auto), inputs of mean 0 and deviation 1, and look whether labels belong to their rows", "LW3007");
    }
}
