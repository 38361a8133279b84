using System.Composition;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.CodeFixes.Fixes.Shapes;

/// <summary>LW1003: the largest kernel or window that fits, or for convolutions padding that keeps the size.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KernelTooLargeFix))]
[Shared]
public sealed class KernelTooLargeFix() : ArgumentFix(RuleIds.KernelTooLarge)
{
    private const string Padding = nameof(Padding), Same = RuleIds.KernelTooLarge + ".Same";

    private static readonly string[] _explicit = ["Pad", "PadHeight", "PadWidth"];

    internal override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        foreach (var choice in base.Choices(target))
        {
            yield return choice;
        }

        if (target is { IsInBlock: false, Argument: Padding })
        {
            yield return new FixChoice("Use Padding.Same", Same);
        }
    }

    internal override Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        if (choice.Key != Same || target.Attribute is not { } attribute)
        {
            return base.EditsAsync(target, choice);
        }

        // Padding.Same takes the explicit numbers' place.
        string same = $"{LayerNames.Type(target.Model, attribute.SpanStart, Padding)}.Same";
        var pads = _explicit.Select(name => target.ArgumentOf(attribute, name)).OfType<AttributeArgumentSyntax>().ToList();
        var change = target.ArgumentOf(attribute, Padding) is { } written ? ArgumentText.Replace(written, same) : ArgumentText.Add(attribute, Padding, same);
        var removals = pads.Count > 0 ? ArgumentText.Remove(attribute.ArgumentList!, pads) : [];
        IReadOnlyList<DocumentEdit> edits = In(target, attribute.SyntaxTree, removals.Append(change)).ToList();
        return Task.FromResult(edits);
    }

    /// <summary>Whichever side the argument gives.</summary>
    private protected override string Title(string argument, string value) =>
        $"Use {(argument.StartsWith("kernel", StringComparison.OrdinalIgnoreCase) ? "kernel" : "window")} {value}";
}
