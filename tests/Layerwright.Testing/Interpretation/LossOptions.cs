namespace Layerwright.Testing.Interpretation;

/// <summary>The arguments of a network's loss; those of other losses keep their defaults.</summary>
public sealed record LossOptions
{
    public double LabelSmoothing { get; init; }

    public int? IgnoreLabel { get; init; }

    public double Margin { get; init; } = 1;

    public bool Squared { get; init; }

    public double Delta { get; init; } = 1;
}
