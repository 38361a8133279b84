using System.Collections.Immutable;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.Analyzers.Rules;

/// <summary>Something a rule of calls has found.</summary>
/// <param name="Place">The argument, assignment or expression that must change.</param>
/// <param name="Values">What the message says in its {0}, {1}, …</param>
internal sealed record CallFinding(Location Place, EquatableArray<string> Values)
{
    /// <summary>The severity where it is not the rule's default.</summary>
    public DiagnosticSeverity? Severity { get; init; }

    /// <summary>Additional locations.</summary>
    public ImmutableArray<Location> Others { get; init; } = [];

    /// <summary>What the fix needs: keys of <see cref="DiagnosticProperties"/>.</summary>
    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>What is told where no edit from here mends it.</summary>
    public static ImmutableDictionary<string, string?> Unfixable { get; } =
        ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.NoFix, bool.TrueString);

    /// <summary>A finding on syntax.</summary>
    public static CallFinding On(SyntaxNode syntax, params string[] values) => new(syntax.GetLocation(), EquatableArray.Of(values));

    /// <summary>A finding on what makes an object, up to its initialiser, which may be long.</summary>
    public static CallFinding On(IObjectCreationOperation creation, params string[] values)
    {
        var syntax = creation.Syntax;
        int end = creation.Initializer is { } initializer ? initializer.Syntax.GetFirstToken().GetPreviousToken().Span.End : syntax.Span.End;
        return new(Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(syntax.SpanStart, end)), EquatableArray.Of(values));
    }

    /// <summary>The same, telling its fix something.</summary>
    public CallFinding With(string property, string? value) => value is null ? this : this with { Properties = Properties.SetItem(property, value) };
}
