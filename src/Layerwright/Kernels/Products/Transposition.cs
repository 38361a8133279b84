using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Layerwright.Kernels;

/// <summary>Packed weights into packed weights of the transposed matrix, which input gradients are products with.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Transposition
{
    /// <summary>target[n, k] = source[k, n] for the outputs k of some of the target's panels; their padding is written 0.</summary>
    /// <param name="source">[inputs, outputs].</param>
    /// <param name="target">[outputs, inputs].</param>
    /// <param name="targetPanels">The target's panels wanted.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(PackedMatrix source, PackedMatrix target, PanelRange targetPanels)
    {
        for (int panel = targetPanels.First; panel < targetPanels.First + targetPanels.Count; panel++)
        {
            int first = panel * VectorWidth.PanelWidth, width = PanelLayout.WidthOf(panel, target.Outputs);
            int whole = Math.Min(width, target.Outputs - first);
            float* to = target.Data + PanelLayout.PanelOffset(panel, target.Inputs);
            for (int sourcePanel = 0; sourcePanel < PanelLayout.PanelCount(source.Outputs); sourcePanel++)
            {
                int sourceFirst = sourcePanel * VectorWidth.PanelWidth, sourceWidth = PanelLayout.WidthOf(sourcePanel, source.Outputs);
                float* from = source.Data + PanelLayout.PanelOffset(sourcePanel, source.Inputs) + (nint)first * sourceWidth;
                Panel(from, sourceWidth, whole, Math.Min(sourceWidth, source.Outputs - sourceFirst), to + (nint)sourceFirst * width, width);
            }
        }
    }

    /// <summary>
    /// to[n, k] = from[k, n] for k below <paramref name="inputs"/> and n below <paramref name="outputs"/>; 0 behind the last k.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Panel(float* from, nint fromWidth, int inputs, int outputs, float* to, nint toWidth)
    {
        int wholeInputs = 0, wholeOutputs = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            wholeInputs = inputs & ~3;
            wholeOutputs = outputs & ~3;
            for (nint n = 0; n < wholeOutputs; n += 4)
            {
                for (nint k = 0; k < wholeInputs; k += 4)
                {
                    Square(from + k * fromWidth + n, fromWidth, to + n * toWidth + k, toWidth);
                }
            }
        }

        for (nint n = 0; n < outputs; n++)
        {
            for (nint k = n < wholeOutputs ? wholeInputs : 0; k < toWidth; k++)
            {
                to[n * toWidth + k] = k < inputs ? from[k * fromWidth + n] : 0f;
            }
        }
    }

    /// <summary>Four by four in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square(float* from, nint fromStride, float* to, nint toStride)
    {
        Vector128<float> r0 = Vector128.Load(from), r1 = Vector128.Load(from + fromStride);
        Vector128<float> r2 = Vector128.Load(from + 2 * fromStride), r3 = Vector128.Load(from + 3 * fromStride);

        Vector128<float> low02 = Low(r0, r2), high02 = High(r0, r2), low13 = Low(r1, r3), high13 = High(r1, r3);
        Low(low02, low13).Store(to);
        High(low02, low13).Store(to + toStride);
        Low(high02, high13).Store(to + 2 * toStride);
        High(high02, high13).Store(to + 3 * toStride);
    }

    /// <summary>left₀ right₀ left₁ right₁.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Low(Vector128<float> left, Vector128<float> right) =>
        Sse.IsSupported
            ? Sse.UnpackLow(left, right)
            : Vector128.Create(left[0], right[0], left[1], right[1]);

    /// <summary>left₂ right₂ left₃ right₃.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> High(Vector128<float> left, Vector128<float> right) =>
        Sse.IsSupported
            ? Sse.UnpackHigh(left, right)
            : Vector128.Create(left[2], right[2], left[3], right[3]);
}
