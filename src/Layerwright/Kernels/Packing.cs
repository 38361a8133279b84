using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// Between the state's weights [outputs, inputs], row after row as PyTorch keeps them, and panels: group after group, and in
/// either dimension in the order in which features lie here.
/// </summary>
internal static unsafe class Packing
{
    /// <summary>Writes panels from the state's weights; padding is written 0.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Pack(ReadOnlySpan<float> state, PackedMatrix packed, StateOrder? order = null)
    {
        Check(state.Length, packed, nameof(state));
        int outputs = packed.Outputs / packed.Groups;
        for (int group = 0; group < packed.Groups; group++)
        {
            PackGroup(state, packed.Group(group), group * outputs, order ?? StateOrder.Same);
        }
    }

    /// <summary>Writes the state's weights from panels.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Unpack(PackedMatrix packed, Span<float> state, StateOrder? order = null)
    {
        Check(state.Length, packed, nameof(state));
        int outputs = packed.Outputs / packed.Groups;
        for (int group = 0; group < packed.Groups; group++)
        {
            UnpackGroup(packed.Group(group), group * outputs, state, order ?? StateOrder.Same);
        }
    }

    /// <summary>Writes a vector from the state's order.</summary>
    public static void Pack(ReadOnlySpan<float> state, Tensor vector, StateOrder order)
    {
        Span<float> row = vector.Row(0);
        for (int output = 0; output < row.Length; output++)
        {
            row[output] = state[order.Output(output)];
        }
    }

    /// <summary>Writes a vector out in the state's order.</summary>
    public static void Unpack(Tensor vector, Span<float> state, StateOrder order)
    {
        Span<float> row = vector.Row(0);
        for (int output = 0; output < row.Length; output++)
        {
            state[order.Output(output)] = row[output];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackGroup(ReadOnlySpan<float> state, PackedMatrix packed, int firstOutput, StateOrder order)
    {
        for (int panel = 0; panel < PanelLayout.PanelCount(packed.Outputs); panel++)
        {
            int first = panel * VectorWidth.PanelWidth, width = PanelLayout.WidthOf(panel, packed.Outputs);
            float* target = packed.Data + PanelLayout.PanelOffset(panel, packed.Inputs);
            new Span<float>(target, packed.Inputs * width).Clear();
            for (int column = 0; column < Math.Min(width, packed.Outputs - first); column++)
            {
                int row = order.Output(firstOutput + first + column);
                ReadOnlySpan<float> values = state.Slice(row * packed.Inputs, packed.Inputs);
                for (int input = 0; input < values.Length; input++)
                {
                    target[(nint)input * width + column] = values[order.Input(input)];
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void UnpackGroup(PackedMatrix packed, int firstOutput, Span<float> state, StateOrder order)
    {
        for (int output = 0; output < packed.Outputs; output++)
        {
            int panel = output / VectorWidth.PanelWidth, width = PanelLayout.WidthOf(panel, packed.Outputs);
            float* source = packed.Data + PanelLayout.PanelOffset(panel, packed.Inputs) + output % VectorWidth.PanelWidth;
            Span<float> row = state.Slice(order.Output(firstOutput + output) * packed.Inputs, packed.Inputs);
            for (int input = 0; input < row.Length; input++)
            {
                row[order.Input(input)] = source[(nint)input * width];
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
