using System.Diagnostics.CodeAnalysis;

namespace Layerwright;

/// <summary>Where a predictor writes its outputs.</summary>
internal static class OutputRoom
{
    /// <exception cref="ArgumentException">It is not as long as the rows' outputs, or shares memory with the inputs.</exception>
    public static void Check(ReadOnlySpan<float> inputs, int rows, int outputLength, ReadOnlySpan<float> outputs, string name)
    {
        if (outputs.Length != (long)rows * outputLength || inputs.Overlaps(outputs))
        {
            Throw(rows, outputLength, outputs.Length, name);
        }
    }

    /// <exception cref="ArgumentException">It is not as long as the rows' classes.</exception>
    public static void CheckClasses(int rows, int positions, int length, string name)
    {
        if (length != (long)rows * positions)
        {
            throw new ArgumentException($"{rows} rows of {positions} classes need {(long)rows * positions} numbers; there is room for {length}.", name);
        }
    }

    // Apart, because making messages takes a large frame, which a prediction of one row should not pay for.
    [DoesNotReturn]
    private static void Throw(int rows, int outputLength, int length, string name) => throw new ArgumentException(
        length != (long)rows * outputLength
            ? $"{rows} rows of {outputLength} outputs need {(long)rows * outputLength} numbers; there is room for {length}."
            : "Inputs and outputs share memory: the outputs of one block of rows would overwrite the inputs of the next.",
        name);
}
