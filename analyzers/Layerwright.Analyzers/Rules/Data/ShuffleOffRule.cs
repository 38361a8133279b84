using Layerwright.Analyzers.Calls;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Data;

/// <summary>LW6003: a trainer that takes the rows in the same order in every epoch.</summary>
internal sealed class ShuffleOffRule : CallRule
{
    public const string Id = "LW6003";

    private const string Shuffle = nameof(Shuffle);

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Rows are not shuffled",
        "Shuffle = false takes the rows in the same order in every epoch, so that neighbours always share a step; leave it out: the default is true",
        Categories.Data,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A step's gradient stands for the whole data only where its rows are drawn at random. Files are often sorted by class: then a "
            + "step sees one class, batch statistics are that class's, and the network forgets the others until they come again.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<CallFinding> Find(CallBody body, RuleOptions options) =>
        from trainer in body.Objects(TrainingReader.Trainer)
        from setting in trainer.Own
        where setting.Name == Shuffle && body.Trace(setting.Value).ConstantValue is { HasValue: true, Value: false }
        select CallFinding.On(setting.Syntax);
}
