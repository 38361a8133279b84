namespace Layerwright.Runtime;

/// <summary>The kind of target that a network's loss takes: what a <see cref="Metric"/> of one's own is told.</summary>
public enum TargetKind
{
    /// <summary>No loss: trained through <c>Backward(outputGradient)</c>.</summary>
    None,

    /// <summary>One class number a row.</summary>
    Labels,

    /// <summary>As many floats a row as there are outputs.</summary>
    Values,

    /// <summary>As many numbers in 0…1 a row as there are outputs.</summary>
    Probabilities,

    /// <summary>One class number a row, or a probability for each class; class weights go with these.</summary>
    LabelsOrProbabilities,
}
