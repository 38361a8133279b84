namespace Layerwright.Runtime;

/// <summary>What kinds of target are, in code and in messages.</summary>
internal static class TargetKinds
{
    public static bool TakesLabels(this TargetKind kind) => kind is TargetKind.Labels or TargetKind.LabelsOrProbabilities;

    public static bool TakesFloats(this TargetKind kind) => kind is not (TargetKind.None or TargetKind.Labels);

    /// <summary>The kind that targets given are of: labels, or which sort of floats.</summary>
    public static TargetKind Given(this TargetKind kind, bool areLabels) =>
        areLabels ? TargetKind.Labels : kind == TargetKind.LabelsOrProbabilities ? TargetKind.Probabilities : kind;

    /// <summary>For example <c>float targets, 3 a row</c>.</summary>
    public static string Describe(this TargetKind kind, NetworkBlueprint network) => kind switch
    {
        TargetKind.Labels when network.OutputPositions > 1 => $"int labels, {network.OutputPositions} a row (one for each position)",
        TargetKind.Labels => "int labels, one a row",
        TargetKind.Values => $"float targets, {network.OutputLength} a row",
        TargetKind.Probabilities => $"float probabilities, {network.OutputLength} a row",
        TargetKind.LabelsOrProbabilities => $"{TargetKind.Labels.Describe(network)}, or {TargetKind.Probabilities.Describe(network)}",
        _ => "no targets",
    };
}
