namespace Layerwright.Reporting;

/// <summary>Names of layers in running text.</summary>
internal static class LayerName
{
    /// <summary>The name with a place to break its line after each block's: <c>Residual1.</c> <c>Branch.</c> <c>Conv1</c>.</summary>
    public static IEnumerable<object> Breakable(string name)
    {
        string[] parts = name.Split('.');
        for (int i = 0; i < parts.Length - 1; i++)
        {
            yield return parts[i] + ".";
            yield return Tag.Of("wbr");
        }

        yield return parts[^1];
    }
}
