using Layerwright.CodeModel.Common;

namespace Layerwright.Analyzers.Rules;

/// <summary>A rule that speaks once for a network or block: at the first fault, with the others as additional locations.</summary>
internal abstract class OncePerNetworkRule : NetworkRule
{
    public override IEnumerable<Finding> Combine(IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            return [];
        }

        var first = findings[0];
        return
        [
            first with
            {
                Issue = first.Issue with { Values = first.Issue.Values.Append(More(findings.Count - 1)).ToEquatableArray() },
                Others = findings.Skip(1).ToEquatableArray(),
                Feeders = findings.SelectMany(finding => finding.Feeders).ToEquatableArray(),
                IsMendable = findings.All(finding => finding.IsMendable),
            },
        ];
    }

    /// <summary>What the message says of the others: its last value.</summary>
    protected virtual string More(int others) =>
        others == 0 ? "" : others == 1 ? " (and so does 1 more layer)" : $" (and so do {Figures.Text(others)} more layers)";
}
