using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>
/// Sums of a weight's and its bias's gradient over chunks of the batch: for each chunk the packed weight, all its groups one after
/// the other, then the bias where there is one. A chunk that is being summed is seen alone.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct GradientChunks
{
    internal readonly float* Data;

    /// <param name="data">The first chunk.</param>
    /// <param name="count">Chunks.</param>
    /// <param name="inputs">Depth of a group's packed matrix.</param>
    /// <param name="outputs">Outputs of all groups.</param>
    /// <param name="groups">Packed matrices.</param>
    /// <param name="hasBias">The bias's gradient is summed too.</param>
    internal GradientChunks(float* data, int count, int inputs, int outputs, int groups, bool hasBias)
    {
        Data = data;
        Count = count;
        Inputs = inputs;
        Outputs = outputs;
        Groups = groups;
        HasBias = hasBias;
    }

    /// <summary>Chunks.</summary>
    public int Count { get; }

    /// <summary>Depth of a group's packed matrix.</summary>
    public int Inputs { get; }

    /// <summary>Outputs of all groups.</summary>
    public int Outputs { get; }

    /// <summary>Packed matrices.</summary>
    public int Groups { get; }

    /// <summary>Whether the bias's sums stand behind the weight's.</summary>
    public bool HasBias { get; }

    /// <summary>Outputs of one group.</summary>
    internal int GroupOutputs => Outputs / Groups;

    /// <summary>Elements of a group's packed matrix.</summary>
    internal nint GroupLength => (nint)PanelLayout.PackedLength(Inputs, GroupOutputs);

    /// <summary>Where a chunk's bias begins.</summary>
    internal nint BiasOffset => Groups * GroupLength;

    /// <summary>From chunk to chunk.</summary>
    internal nint Stride => BiasOffset + (HasBias ? PanelLayout.RoundUp(Outputs) : 0);

    /// <summary>Panels of all groups; those of the bias are among them.</summary>
    internal int Panels => Groups * PanelLayout.PanelCount(GroupOutputs);

    /// <summary>One chunk alone.</summary>
    internal GradientChunks At(int chunk) => new(Data + chunk * Stride, 1, Inputs, Outputs, Groups, HasBias);

    /// <summary>The first chunks: a small batch has no more than rows.</summary>
    internal GradientChunks First(int count) => new(Data, count, Inputs, Outputs, Groups, HasBias);

    /// <summary>Where a panel of all groups lies in a chunk.</summary>
    internal GradientPanel Panel(int panel)
    {
        int panels = PanelLayout.PanelCount(GroupOutputs), group = panel / panels, inGroup = panel % panels;
        int column = inGroup * VectorWidth.PanelWidth;
        return new(
            group,
            group * GroupOutputs + column,
            group * GroupLength + PanelLayout.PanelOffset(inGroup, Inputs),
            PanelLayout.WidthOf(inGroup, GroupOutputs),
            Math.Min(VectorWidth.PanelWidth, GroupOutputs - column));
    }
}

/// <summary>A panel of a weight's groups.</summary>
/// <param name="Group">Its group.</param>
/// <param name="Column">Its first output among those of all groups.</param>
/// <param name="Offset">Its first element.</param>
/// <param name="Width">Outputs, padding included.</param>
/// <param name="Outputs">Outputs.</param>
internal readonly record struct GradientPanel(int Group, int Column, nint Offset, int Width, int Outputs);
