namespace Layerwright.Kernels;

/// <summary>Between logical weights [outputs, inputs], row after row as PyTorch keeps them, and panels.</summary>
internal static unsafe class Packing
{
    /// <summary>Writes panels from logical weights; padding is written 0.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Pack(ReadOnlySpan<float> logical, PackedMatrix packed)
    {
        Check(logical.Length, packed, nameof(logical));
        for (int panel = 0; panel < PanelLayout.PanelCount(packed.Outputs); panel++)
        {
            int first = panel * VectorWidth.PanelWidth, width = PanelLayout.WidthOf(panel, packed.Outputs);
            float* target = packed.Data + PanelLayout.PanelOffset(panel, packed.Inputs);
            for (int column = 0; column < width; column++)
            {
                int output = first + column;
                for (int input = 0; input < packed.Inputs; input++)
                {
                    target[(nint)input * width + column] = output < packed.Outputs ? logical[output * packed.Inputs + input] : 0f;
                }
            }
        }
    }

    /// <summary>Writes logical weights from panels.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Unpack(PackedMatrix packed, Span<float> logical)
    {
        Check(logical.Length, packed, nameof(logical));
        for (int output = 0; output < packed.Outputs; output++)
        {
            int panel = output / VectorWidth.PanelWidth, width = PanelLayout.WidthOf(panel, packed.Outputs);
            float* source = packed.Data + PanelLayout.PanelOffset(panel, packed.Inputs) + output % VectorWidth.PanelWidth;
            Span<float> row = logical.Slice(output * packed.Inputs, packed.Inputs);
            for (int input = 0; input < row.Length; input++)
            {
                row[input] = source[(nint)input * width];
            }
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
