namespace Layerwright;

/// <summary>A state entry in a debugger: spans and packed memory as arrays.</summary>
internal sealed class StateEntryView(StateEntry entry)
{
    public string Name => entry.Name;

    public int[] Shape => entry.Shape.ToArray();

    public bool IsTrainable => entry.IsTrainable;

    public float[] Values => entry.ToArray();
}
