namespace Layerwright.Runtime;

/// <summary>One tensor as a safetensors header states it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its element type as the format writes it: <c>F32</c>.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Start">Its first byte, counted from the start of the data.</param>
/// <param name="End">The byte behind its last.</param>
internal sealed record SafeTensor(string Name, string Type, int[] Shape, long Start, long End)
{
    /// <summary>The shape as text: <c>512×784</c>.</summary>
    public string ShapeText => Text(Shape);

    /// <summary>A shape as text; a scalar's is <c>()</c>.</summary>
    public static string Text(ReadOnlySpan<int> shape) => shape.IsEmpty ? "()" : string.Join('×', shape.ToArray());
}
