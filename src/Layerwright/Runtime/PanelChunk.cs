using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>A run of panels that one thread takes at a time.</summary>
/// <param name="Owner">The parameter or weight task the panels belong to.</param>
/// <param name="Panels">The panels.</param>
internal readonly record struct PanelChunk(int Owner, PanelRange Panels)
{
    /// <summary>Adds one chunk for every panel of <paramref name="outputs"/> columns.</summary>
    public static void AddAll(List<PanelChunk> list, int owner, int outputs) => AddPanels(list, owner, PanelLayout.PanelCount(outputs));

    /// <summary>Adds one chunk for each of <paramref name="count"/> panels.</summary>
    public static void AddPanels(List<PanelChunk> list, int owner, int count)
    {
        for (int panel = 0; panel < count; panel++)
        {
            list.Add(new(owner, new(panel, 1)));
        }
    }
}
