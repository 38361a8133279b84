using System.ComponentModel;

namespace Layerwright.Runtime;

/// <summary>What is applied to raw inputs once, on their way into a training step or a predictor (a normaliser).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IInputTransform
{
    /// <summary>Elements a row.</summary>
    int Length { get; }

    /// <summary>
    /// Transforms whole rows; <paramref name="source"/> and <paramref name="destination"/> hold the same rows and may be the same
    /// memory.
    /// </summary>
    void Transform(ReadOnlySpan<float> source, Span<float> destination);
}
