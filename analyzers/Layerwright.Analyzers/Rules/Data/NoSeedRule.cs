using Layerwright.Analyzers.Calls;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers.Rules.Data;

/// <summary>LW6007: a network that is trained from weights that no later run can draw again.</summary>
internal sealed class NoSeedRule : CallRule
{
    public const string Id = "LW6007";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Training that cannot be repeated",
        "new {0}() draws its weights and its dropout from another seed in every run, so none can be repeated; give it one: new {0}(seed: 42)",
        Categories.Data,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "With a seed the same program gives the same weights bit for bit, for any number of threads: a difference between two runs is "
            + "then a difference in what was changed, and a fault can be found again.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<CallFinding> Find(CallBody body, RuleOptions options) =>
        from training in body.Trainings
        let network = body.Object(training.Network)
        where network?.Site is IObjectCreationOperation { Constructor.Parameters.IsEmpty: true } && body.Network(network.Type) is not null
        select CallFinding.On((IObjectCreationOperation)network.Site, network.Type.Name);
}
