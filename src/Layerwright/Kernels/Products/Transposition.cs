using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Layerwright.Kernels;

/// <summary>
/// Packed weights into the packed weights that input gradients run over: transposed, and where the inputs are several taps of
/// a sliding window, with the taps in reverse order.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Transposition
{
    /// <summary>target[(taps − 1 − t) · outputs + n, c] = source[t · channels + c, n], all of it: for a predictor's own weights.</summary>
    /// <param name="source">[taps · channels → outputs].</param>
    /// <param name="taps">Taps of the window.</param>
    /// <param name="target">[taps · outputs → channels].</param>
    public static void Turn(PackedMatrix source, int taps, PackedMatrix target) =>
        Run(source, taps, target, new(0, PanelLayout.PanelCount(target.Outputs)));

    /// <summary>
    /// target[(taps − 1 − t) · outputs + n, c] = source[t · channels + c, n] for the channels c of some of the target's panels; their
    /// padding is written 0.
    /// </summary>
    /// <param name="source">[taps · channels → outputs].</param>
    /// <param name="taps">Taps of the window; 1 for a plain transpose.</param>
    /// <param name="target">[taps · outputs → channels].</param>
    /// <param name="targetPanels">The target's panels wanted.</param>
    public static void Run(PackedMatrix source, int taps, PackedMatrix target, PanelRange targetPanels)
    {
        for (int panel = targetPanels.First; panel < targetPanels.First + targetPanels.Count; panel++)
        {
            RunPanel(source, taps, target, panel, target.Data + PanelLayout.PanelOffset(panel, target.Inputs));
        }
    }

    /// <summary>One panel of <paramref name="target"/>, whose first row goes to <paramref name="to"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void RunPanel(PackedMatrix source, int taps, PackedMatrix target, int panel, float* to)
    {
        int first = panel * VectorWidth.PanelWidth, width = PanelLayout.WidthOf(panel, target.Outputs);
        int whole = Math.Min(width, target.Outputs - first);
        for (int tap = 0; tap < taps; tap++)
        {
            float* turned = to + (nint)(taps - 1 - tap) * source.Outputs * width;
            for (int sourcePanel = 0; sourcePanel < PanelLayout.PanelCount(source.Outputs); sourcePanel++)
            {
                int sourceFirst = sourcePanel * VectorWidth.PanelWidth, sourceWidth = PanelLayout.WidthOf(sourcePanel, source.Outputs);
                nint row = (nint)tap * target.Outputs + first;
                float* from = source.Data + PanelLayout.PanelOffset(sourcePanel, source.Inputs) + row * sourceWidth;
                Panel(from, sourceWidth, whole, Math.Min(sourceWidth, source.Outputs - sourceFirst), turned + (nint)sourceFirst * width, width);
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
