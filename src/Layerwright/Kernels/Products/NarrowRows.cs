using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Layerwright.Kernels;

/// <summary>
/// Copies of narrow weights for the product of one row: in panels each input has a whole vector for at most four outputs, here each
/// output's weights lie side by side. Rows come by twos or fours, of as many inputs as fill whole vectors.
/// </summary>
internal static unsafe class NarrowRows
{
    /// <summary>Most outputs of such weights.</summary>
    private const int MostOutputs = 4;

    /// <summary>Elements that a copy needs; 0 for weights that need none.</summary>
    public static int Length(PackedMatrix weights) =>
        weights.Groups == 1 && weights.Outputs <= MostOutputs && VectorWidth.Count > Vector128<float>.Count
            ? RowCount(weights) * Whole(weights.Inputs)
            : 0;

    /// <summary>Copies weights.</summary>
    /// <param name="weights">Weights with a place for the copy, which is all zeros at first.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(PackedMatrix weights)
    {
        int length = Whole(weights.Inputs);
        for (int output = 0; output < weights.Outputs; output++)
        {
            for (int input = 0; input < length; input++)
            {
                weights.Rows[(nint)output * length + input] = weights.Data[PanelLayout.Offset(input, output, weights.Inputs, weights.Outputs)];
            }
        }
    }

    /// <summary>Inputs that fill whole vectors.</summary>
    public static int Whole(int inputs) => inputs - inputs % VectorWidth.Count;

    private static int RowCount(PackedMatrix weights) => weights.Outputs <= MostOutputs / 2 ? MostOutputs / 2 : MostOutputs;
}
