using Layerwright.Analyzers.Calls;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Data;

/// <summary>LW6004: one data set that first chooses (epochs, settings) and then judges what was chosen.</summary>
internal sealed class TestUsedForSelectionRule : CallRule
{
    public const string Id = "LW6004";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Test data used for selection",
        "{0} is validated on here and evaluated as the test set after it; validate on rows split off from the training data, and evaluate {0} once at the end",
        Categories.Data,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What is looked at to choose epochs, rates or layers is fitted by the choice. Evaluated again on the same rows the result is "
            + "better than new data will give: a test set is used once, at the end.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<CallFinding> Find(CallBody body, RuleOptions options)
    {
        var uses = DataUses.Of(body);
        var tests = uses.Tested.ToList();

        // Measured on rows that nothing was chosen by, a second look at the validation rows is a report of them.
        if (tests.Exists(test => !uses.Validated.Any(validated => validated.Origin.Meets(test.Origin))))
        {
            yield break;
        }

        foreach (var validated in uses.Validated)
        {
            var after = tests
                .Where(test => test.Origin.Meets(validated.Origin) && test.Argument.Syntax.SpanStart > validated.Argument.Syntax.SpanStart)
                .Select(test => test.Argument.Syntax.GetLocation())
                .ToList();
            if (after.Count > 0)
            {
                yield return CallFinding.On(validated.Argument.Value.Syntax, DataText.Of(validated.Argument)) with { Others = [.. after] };
            }
        }
    }
}
