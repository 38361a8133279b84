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
    public static string Describe(this TargetKind kind, int outputs) => kind switch
    {
        TargetKind.Labels => "int labels, one a row",
        TargetKind.Values => $"float targets, {outputs} a row",
        TargetKind.Probabilities => $"float probabilities, {outputs} a row",
        TargetKind.LabelsOrProbabilities => $"{TargetKind.Labels.Describe(outputs)}, or {TargetKind.Probabilities.Describe(outputs)}",
        _ => "no targets",
    };
}
