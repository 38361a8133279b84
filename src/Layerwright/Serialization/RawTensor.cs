namespace Layerwright.Runtime;

/// <summary>What a header states of a tensor, before it is checked against the file.</summary>
/// <param name="Type">Its element type.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Offsets">Its data offsets.</param>
internal sealed record RawTensor(string Type, int[] Shape, long[] Offsets);
