using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.Testing.Analyzers;

/// <summary>A diagnostic that a test expects: rule and exact place.</summary>
public sealed record ExpectedDiagnostic(string Id, TextSpan Span);

/// <summary>Source with the diagnostics it should give marked in it: <c>[{|LW2001:Sigmoid|}]</c>. Marks may nest.</summary>
/// <param name="Text">The source without marks.</param>
/// <param name="Expected">What is marked, in the order in which the marks close.</param>
public sealed record Markup(string Text, ImmutableArray<ExpectedDiagnostic> Expected)
{
    private const string Open = "{|", Close = "|}";

    public static Markup Parse(string marked)
    {
        var text = new StringBuilder();
        var expected = ImmutableArray.CreateBuilder<ExpectedDiagnostic>();
        var open = new Stack<(string Id, int Start)>();
        for (int i = 0; i < marked.Length;)
        {
            if (string.CompareOrdinal(marked, i, Open, 0, Open.Length) == 0)
            {
                int colon = marked.IndexOf(':', i);
                open.Push((marked[(i + Open.Length)..colon], text.Length));
                i = colon + 1;
            }
            else if (string.CompareOrdinal(marked, i, Close, 0, Close.Length) == 0)
            {
                var (id, start) = open.Pop();
                expected.Add(new ExpectedDiagnostic(id, TextSpan.FromBounds(start, text.Length)));
                i += Close.Length;
            }
            else
            {
                text.Append(marked[i++]);
            }
        }

        return open.Count == 0
            ? new Markup(text.ToString(), expected.ToImmutable())
            : throw new ArgumentException($"A mark of {open.Peek().Id} is not closed.", nameof(marked));
    }
}
