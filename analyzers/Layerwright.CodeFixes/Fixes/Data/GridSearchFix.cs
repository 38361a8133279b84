using System.Composition;
using System.Globalization;
using Layerwright.Analyzers.Rules.Data;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeFixes.Editing.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.CodeFixes.Fixes.Data;

/// <summary>LW6005: one loop over as many trials as the grid had, whose values are dealt between the least and the greatest of each list.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GridSearchFix))]
[Shared]
public sealed class GridSearchFix() : CallFix(GridSearchRule.Id)
{
    /// <summary>From so far apart on, two numbers are more likely apart by a factor than by a difference.</summary>
    private const double Decade = 10;

    internal override IEnumerable<FixOffer> Offers(CallTarget target)
    {
        if (NestedLoops.Of(target) is not { } nest)
        {
            return [];
        }

        string[] ranges = nest.Loops.Select(loop => Range(target.Model, loop)).OfType<string>().ToArray();
        return ranges.Length == nest.Loops.Count ? [Offer("Use RandomSearch", GridSearchRule.Id, target.Edits([new(nest.Outer.Span, Text(target.Model, nest, ranges))]))] : [];
    }

    /// <summary>A list's numbers as the range between them: <c>new LogUniform(0.0001, 0.01)</c>; null where they are not known, or all the same.</summary>
    private static string? Range(SemanticModel model, ForEachStatementSyntax loop)
    {
        if (ListedNumbers.Of(model, loop.Expression) is not { Count: > 1 } numbers)
        {
            return null;
        }

        // What acts by its factor has no 0 on its scale: the range begins at the least number above it.
        bool isScale = LinearRateSamplingRule.IsScale(loop.Identifier.ValueText) && numbers.Any(number => number > 0);
        double high = numbers.Max(), low = isScale ? numbers.Where(number => number > 0).Min() : numbers.Min();
        low = isScale && low == high ? high / Decade : low;
        string kind = isScale || (low > 0 && high / low >= Decade) ? "LogUniform" : "Uniform";
        return high > low ? $"new {LayerNames.Type(model, loop.SpanStart, kind)}({Literal(low)}, {Literal(high)})" : null;
    }

    private static string Text(SemanticModel model, NestedLoops nest, string[] ranges)
    {
        int position = nest.Outer.SpanStart;
        string trial = model.LookupSymbols(position, name: "trial").IsEmpty ? "trial" : "dealt";
        var names = nest.Loops.Select(loop => loop.Identifier.ValueText).ToList();
        string members = string.Join(", ", names.Select((name, i) => $"[\"{name}\"] = {ranges[i]}"));
        long count = nest.Loops.Aggregate(1L, (product, loop) => product * ListedNumbers.Of(model, loop.Expression)!.Count);
        string head = $"foreach (var {trial} in {LayerNames.Type(model, position, "RandomSearch")}.Deal("
            + $"new {LayerNames.Type(model, position, "SearchSpace")} {{ {members} }}, trials: {count.ToString(CultureInfo.InvariantCulture)}))";
        var values = nest.Loops.Select((loop, i) =>
        {
            string type = ((ILocalSymbol)model.GetDeclaredSymbol(loop)!).Type.ToDisplayString();
            return $"{nest.Indentation}    {type} {loop.Identifier.Text} = {(type == "double" ? "" : $"({type})")}{trial}[\"{names[i]}\"];";
        });
        return string.Join(nest.LineBreak, [head, nest.Indentation + "{", .. values, .. nest.Body, nest.Indentation + "}"]);
    }

    private static string Literal(double number) => ((float)number).ToString("R", CultureInfo.InvariantCulture);
}
