namespace Layerwright.Kernels;

/// <summary>
/// Between logical weights [outputs, inputs], row after row as PyTorch keeps them, and panels. With pieces the logical rows are
/// grouped [units, pieces]; in memory the pieces follow one another, each with all units.
/// </summary>
internal static unsafe class Packing
{
    /// <summary>The logical row of an output in memory.</summary>
    public static int LogicalRow(int output, int outputs, int pieces)
    {
        int units = outputs / pieces;
        return (output % units * pieces) + (output / units);
    }

    /// <summary>Writes panels from logical weights; padding is written 0.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Pack(ReadOnlySpan<float> logical, PackedMatrix packed, int pieces = 1)
    {
        Check(logical.Length, packed, nameof(logical));
        for (int panel = 0; panel < PanelLayout.PanelCount(packed.Outputs); panel++)
        {
            int first = panel * VectorWidth.PanelWidth, width = PanelLayout.WidthOf(panel, packed.Outputs);
            float* target = packed.Data + PanelLayout.PanelOffset(panel, packed.Inputs);
            for (int column = 0; column < width; column++)
            {
                int output = first + column, row = LogicalRow(output, packed.Outputs, pieces);
                for (int input = 0; input < packed.Inputs; input++)
                {
                    target[(nint)input * width + column] = output < packed.Outputs ? logical[row * packed.Inputs + input] : 0f;
                }
            }
        }
    }

    /// <summary>Writes logical weights from panels.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Unpack(PackedMatrix packed, Span<float> logical, int pieces = 1)
    {
        Check(logical.Length, packed, nameof(logical));
        for (int output = 0; output < packed.Outputs; output++)
        {
            int panel = output / VectorWidth.PanelWidth, width = PanelLayout.WidthOf(panel, packed.Outputs);
            float* source = packed.Data + PanelLayout.PanelOffset(panel, packed.Inputs) + output % VectorWidth.PanelWidth;
            Span<float> row = logical.Slice(LogicalRow(output, packed.Outputs, pieces) * packed.Inputs, packed.Inputs);
            for (int input = 0; input < row.Length; input++)
            {
                row[input] = source[(nint)input * width];
            }
        }
    }

    /// <summary>Writes a vector from its logical order.</summary>
    public static void Pack(ReadOnlySpan<float> logical, Tensor vector, int pieces)
    {
        Span<float> row = vector.Row(0);
        for (int output = 0; output < row.Length; output++)
        {
            row[output] = logical[LogicalRow(output, row.Length, pieces)];
        }
    }

    /// <summary>Writes a vector out in its logical order.</summary>
    public static void Unpack(Tensor vector, Span<float> logical, int pieces)
    {
        Span<float> row = vector.Row(0);
        for (int output = 0; output < row.Length; output++)
        {
            logical[LogicalRow(output, row.Length, pieces)] = row[output];
        }
    }

    private static void Check(int length, PackedMatrix packed, string name)
    {
        if (length != (long)packed.Inputs * packed.Outputs)
        {
            throw new ArgumentException(
                $"A {packed.Outputs} × {packed.Inputs} weight has {(long)packed.Inputs * packed.Outputs} elements, not {length}.", name);
        }
    }
}
