using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Layers;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Declaration;

/// <summary>LW0009: found by parsing and declaration checks, which the generator shares.</summary>
internal sealed class BadNameRule : NetworkRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.BadName,
        "A layer name that cannot be used",
        RuleMessages.Format(RuleIds.BadName),
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Layers become members of the class and prefixes in the state dictionary: their names are identifiers, unique whatever the case.",
        helpLinkUri: RuleLinks.Of(RuleIds.BadName),
        customTags: NotConfigurable);

    public override DiagnosticDescriptor Descriptor => _descriptor;

    /// <summary>
    /// A layer without a name has the class's. Named by the fix it counts no more, and the next of its kind would have the class's name:
    /// those behind it get the names written that they have.
    /// </summary>
    public override Finding Complete(Finding fault, FlowGraph graph, RuleOptions options)
    {
        if (fault.Issue is not { Argument: null, Block: null })
        {
            return fault;
        }

        var layers = graph.Network.Declaration.Layers.Where(IsUnnamed).ToList();
        int place = layers.FindIndex(layer => layer.Attribute == fault.Issue.Attribute);
        return place < 0 ? fault : fault with
        {
            Others = layers.Skip(place + 1)
                .Where(layer => LayerRegistry.Get(layer.Kind).Stem == LayerRegistry.Get(layers[place].Kind).Stem)
                .Select(layer => new Finding(new Issue(RuleIds.BadName, layer.Attribute, null, default)))
                .ToEquatableArray(),
        };
    }

    private static bool IsUnnamed(LayerDeclaration layer) => LayerRegistry.Knows(layer.Kind) && new LayerArguments(layer).Text("Name") is null;
}
