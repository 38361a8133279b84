using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Layerwright;

/// <summary>
/// What a network took from another's state by name: each entry whole or not at all. <see cref="ToString"/> is a list to read.
/// </summary>
[DebuggerDisplay("{Copied.Count} copied, {Mismatched.Count} of another shape, {Missing.Count} missing in the source, {Unused.Count} unused")]
public sealed class CopyReport
{
    internal CopyReport(
        IReadOnlyList<CopiedEntry> copied, IReadOnlyList<CopiedEntry> mismatched, IReadOnlyList<CopiedEntry> missing, IReadOnlyList<CopiedEntry> unused)
    {
        Copied = copied;
        Mismatched = mismatched;
        Missing = missing;
        Unused = unused;
    }

    /// <summary>
    /// Same name, same shape: copied. Also biases right before a batch normalisation that only one side has:
    /// <see cref="CopiedEntry.MovedInto"/> and <see cref="CopiedEntry.IsSetToZero"/> tell which.
    /// </summary>
    public IReadOnlyList<CopiedEntry> Copied { get; }

    /// <summary>Same name, another shape: the network's own values stay.</summary>
    public IReadOnlyList<CopiedEntry> Mismatched { get; }

    /// <summary>In the network, but not in the source: the network's own values stay.</summary>
    public IReadOnlyList<CopiedEntry> Missing { get; }

    /// <summary>In the source, but not in the network.</summary>
    public IReadOnlyList<CopiedEntry> Unused { get; }

    /// <summary>True where everything the network has was copied.</summary>
    public bool IsComplete => Mismatched.Count == 0 && Missing.Count == 0;

    /// <summary>A count, then a line for each kind that has entries, with names and shapes.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{Copied.Count} copied, {Mismatched.Count} of another shape, {Missing.Count} missing in the source, {Unused.Count} unused");
        Append(text, "copied", Copied);
        Append(text, "another shape", Mismatched);
        Append(text, "missing in the source", Missing);
        Append(text, "unused", Unused);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string kind, IReadOnlyList<CopiedEntry> entries)
    {
        if (entries.Count > 0)
        {
            text.Append('\n').Append(kind).Append(": ").AppendJoin("; ", entries);
        }
    }
}
