using System.Globalization;
using Layerwright.Analyzers.Flow;
using Layerwright.Analyzers.Rules.Shapes;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Declaration;

/// <summary>LW0008: found by parsing and declaration checks, which the generator shares.</summary>
internal sealed class BadArgumentRule : NetworkRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.BadArgument,
        "Argument out of range",
        RuleMessages.Format(RuleIds.BadArgument),
        Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An argument of a layer has a value that gives it no meaning.",
        helpLinkUri: RuleLinks.Of(RuleIds.BadArgument),
        customTags: NotConfigurable);

    public override DiagnosticDescriptor Descriptor => _descriptor;

    /// <summary>Sizes are tried one by one up to the first of these, then doubled up to the second.</summary>
    private const int Near = 16, Far = 1024;

    /// <summary>The nearest size that brings no other fault: one class makes no loss, a pixel holds no kernel.</summary>
    public override Finding Complete(Finding fault, FlowGraph graph, RuleOptions options)
    {
        if (fault.Issue is not { Block: null, Argument: { } argument, Suggestion: { } text }
            || !int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int size)
            || graph.Network.Declaration.Layers.FirstOrDefault(layer => layer.Attribute == fault.Issue.Attribute) is not { } declared
            || declared.Arguments.All(written => written.Name != argument || written.Value is not int))
        {
            return fault;
        }

        var found = new ArgumentOffers(graph, options).First(fault, Sizes(size).Select(nearest => new ArgumentChange[] { new(argument, nearest) }));
        if (found.Count == 0)
        {
            return fault with { Suggestion = null };
        }

        // The message may end with it.
        string nearest = string.Format(CultureInfo.InvariantCulture, "{0}", found[0].Value), written = $", such as {text}";
        var values = fault.Issue.Values.Select(value => value.EndsWith(written, StringComparison.Ordinal) ? value.Replace(written, $", such as {nearest}") : value);
        return fault with { Issue = fault.Issue with { Suggestion = nearest, Values = values.ToEquatableArray() } };
    }

    private static IEnumerable<int> Sizes(int least)
    {
        for (int size = least; size <= Math.Max(least, Far); size = size < Near ? size + 1 : size * 2)
        {
            yield return size;
        }
    }
}
