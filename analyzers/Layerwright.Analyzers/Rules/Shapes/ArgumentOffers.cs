using Layerwright.Analyzers.Flow;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>
/// Changes of arguments that the findings of one rule in one network offer: each by itself, and all of them together, mend their
/// faults and bring no other.
/// </summary>
internal sealed class ArgumentOffers(FlowGraph graph, RuleOptions options)
{
    private readonly Trial _trial = new(graph, options);
    private readonly List<Offer> _offers = [];

    /// <summary>The first of some candidates that mends a finding; none for what stands in a block, which is not edited from here.</summary>
    public IReadOnlyList<ArgumentChange> First(Finding finding, IEnumerable<IReadOnlyList<ArgumentChange>> candidates)
    {
        if (graph.IsTrial || finding.Issue.Block is not null)
        {
            return [];
        }

        foreach (var candidate in candidates)
        {
            var offer = new Offer(finding, candidate);
            if (Mends([offer]) && (_offers.Count == 0 || Mends([.. _offers, offer])))
            {
                _offers.Add(offer);
                return candidate;
            }
        }

        return [];
    }

    private bool Mends(IReadOnlyCollection<Offer> offers) => _trial.Mends(
        [.. offers.Select(offer => offer.Finding)],
        graph.Network.Declaration.Layers.Select(layer => offers
            .Where(offer => offer.Finding.Issue.Attribute == layer.Attribute)
            .Aggregate(layer, (changed, offer) => ArgumentChange.Apply(changed, offer.Changes))));

    private sealed record Offer(Finding Finding, IReadOnlyList<ArgumentChange> Changes);
}
