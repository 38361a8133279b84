using System.Collections.Immutable;
using Layerwright.Testing.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.Analyzers.Tests.Harness;

/// <summary>
/// Applies every fix in turn to each class of a file, rule by rule and round by round, until a round changes nothing. The classes take
/// their turns side by side, so that the file is judged once for all of them.
/// </summary>
/// <param name="choice">Which of several offers is taken: at every round the same, so that no two of them take turns for ever.</param>
/// <param name="mostRounds">How many rounds a class may take.</param>
internal sealed class FixRounds(int choice, int mostRounds)
{
    private readonly Dictionary<int, Turn> _turns = [];

    /// <summary>Of the class that came to no end: its text and the rules whose fixes change it still; else null.</summary>
    public string? Endless { get; private set; }

    /// <summary>The solution that no fix changes any more, or the one in which some class has taken too many rounds.</summary>
    public async Task<Solution> ApplyAsync(Solution solution)
    {
        while (Endless is null)
        {
            var file = solution.File();
            var found = await AnalyzerRun.AnalyzersAsync(solution.Projects.Single());
            Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "AD0001");
            var members = (await file.GetSyntaxRootAsync())!.ChildNodes().ToList();
            var changes = new List<TextChange>();
            foreach (var ofClass in found.Where(diagnostic => AllFixes.For(diagnostic.Id) is not null).GroupBy(diagnostic => MemberOf(members, diagnostic)))
            {
                var wanted = await NextAsync(file, _turns.TryGetValue(ofClass.Key, out var turn) ? turn : _turns[ofClass.Key] = new(), [.. ofClass]);
                changes.AddRange(wanted.Where(change => !changes.Exists(made => made.Span.IntersectsWith(change.Span))));
                if (_turns[ofClass.Key].Rounds > mostRounds)
                {
                    Endless = $"{string.Join(", ", _turns[ofClass.Key].Applied.TakeLast(20))} still change\n{members[ofClass.Key].ToFullString()}";
                }
            }

            if (changes.Count == 0)
            {
                return solution;
            }

            solution = file.WithText((await file.GetTextAsync()).WithChanges(changes)).Project.Solution;
        }

        return solution;
    }

    /// <summary>The next rule's fix of all it mends in one class; none where a whole round has changed nothing.</summary>
    private async Task<IReadOnlyList<TextChange>> NextAsync(Document file, Turn turn, ImmutableArray<Diagnostic> found)
    {
        do
        {
            for (; turn.Next < AllFixes.Ids.Count; turn.Next++)
            {
                string id = AllFixes.Ids[turn.Next];
                if (found.Any(diagnostic => diagnostic.Id == id) && await ChangesAsync(file, [.. found.Where(diagnostic => diagnostic.Id == id)]) is { Count: > 0 } changes)
                {
                    turn.Applied.Add(id);
                    turn.Next++;
                    return changes;
                }
            }
        }
        while (turn.StartsAgain());
        return [];
    }

    private async Task<IReadOnlyList<TextChange>> ChangesAsync(Document file, ImmutableArray<Diagnostic> diagnostics)
    {
        var fix = AllFixes.For(diagnostics[0].Id)!;
        foreach (var diagnostic in diagnostics)
        {
            var offers = await FixRun.OffersAsync(fix, file, diagnostic);
            if (offers.Count > 0)
            {
                var changed = await FixRun.ApplyAllAsync(fix, file, offers[choice % offers.Count].EquivalenceKey, diagnostics);
                return [.. await changed.File().GetTextChangesAsync(file)];
            }
        }

        return [];
    }

    private static int MemberOf(List<SyntaxNode> members, Diagnostic diagnostic) =>
        Math.Max(0, members.FindIndex(member => member.FullSpan.Contains(diagnostic.Location.SourceSpan.Start)));

    /// <summary>How far a class has come.</summary>
    private sealed class Turn
    {
        /// <summary>The place, among all rules with a fix, of the one whose turn is next.</summary>
        public int Next { get; set; }

        /// <summary>Rounds that changed something.</summary>
        public int Rounds { get; private set; }

        private int _atStart;

        /// <summary>What has been applied.</summary>
        public List<string> Applied { get; } = [];

        /// <summary>Begins the next round; false where this one has changed nothing.</summary>
        public bool StartsAgain()
        {
            Next = 0;
            if (Applied.Count == _atStart)
            {
                return false;
            }

            Rounds++;
            _atStart = Applied.Count;
            return true;
        }
    }
}
