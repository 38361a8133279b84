namespace Layerwright.Runtime;

/// <summary>Which labels a network takes: its classes, and the one it ignores.</summary>
internal static class LabelDomain
{
    /// <summary>True where the label to ignore is a class, so that probabilities cannot say which rows do not count.</summary>
    public static bool IgnoresAClass(this NetworkBlueprint network) => (uint)(network.IgnoreLabel ?? -1) < (uint)network.OutputColumns;

    /// <summary>Which row a label belongs to, and which position of it: <c>row 3, position 12</c>.</summary>
    public static string DescribeLine(this NetworkBlueprint network, int line) => network.OutputPositions > 1
        ? $"row {line / network.OutputPositions}, position {line % network.OutputPositions},"
        : $"row {line}";

    /// <summary>The index of the first label that is neither a class nor ignored, or −1.</summary>
    public static int FirstBadLabel(this NetworkBlueprint network, ReadOnlySpan<int> labels)
    {
        int start = 0;
        while (true)
        {
            int next = labels[start..].IndexOfAnyExceptInRange(0, network.OutputColumns - 1);
            if (next < 0)
            {
                return -1;
            }

            start += next;
            if (labels[start] != network.IgnoreLabel)
            {
                return start;
            }

            start++;
        }
    }
}
