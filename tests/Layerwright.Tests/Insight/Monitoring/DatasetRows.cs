namespace Layerwright.Tests.Insight.Monitoring;

/// <summary>The first rows of a data set as a step takes them.</summary>
internal static class DatasetRows
{
    public static float[] Inputs(this Dataset data, int rows) => [.. Enumerable.Range(0, rows).SelectMany(row => data.Input(row).ToArray())];

    public static int[] LabelsOf(this Dataset data, int rows) => [.. Enumerable.Range(0, rows).Select(data.Label)];
}
