namespace Layerwright;

/// <summary>One line of a network's summary.</summary>
/// <param name="Name">The member's name, with its blocks: <c>Residual1.Branch.Dense1</c>.</param>
/// <param name="Kind">The attribute's name: <c>Dense</c>.</param>
/// <param name="OutputShape">Its output's shape without the batch: <c>512</c>.</param>
/// <param name="Parameters">Trainable parameters.</param>
/// <param name="Flops">Floating-point operations of one row's forward pass; a multiply-add counts two.</param>
/// <param name="FusedWith">The layer whose pass it runs in, or null.</param>
public sealed record SummaryLayer(string Name, string Kind, string OutputShape, int Parameters, long Flops, string? FusedWith)
{
    /// <summary>For example <c>Dense1, Dense of 512: 401,920 parameters</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}, {Kind} of {OutputShape}: {Parameters:n0} parameters");
}
