using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Layerwright.Generators.Emit;

/// <summary>Identifiers for one scope of generated code: legal, distinct, stable in order of asking.</summary>
internal sealed class NameTable(params string[] reserved)
{
    private readonly HashSet<string> _taken = new(reserved, StringComparer.Ordinal);

    public string Claim(string wanted)
    {
        string name = SyntaxFacts.GetKeywordKind(wanted) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(wanted) != SyntaxKind.None
            ? wanted + "_"
            : wanted;
        for (int number = 2; !_taken.Add(name); number++)
        {
            name = $"{wanted}_{number.ToString(CultureInfo.InvariantCulture)}";
        }

        return name;
    }

    /// <summary>dense1Weight → Dense1Weight.</summary>
    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>residual1.branch.dense1.weight → Residual1BranchDense1Weight, 0.weight → _0Weight; what no identifier can hold becomes an underscore.</summary>
    public static string FromKey(string key)
    {
        string name = string.Concat(key
            .Split('.', '_')
            .Where(part => part.Length > 0)
            .Select(part => Pascal(new string(part.Select(character => SyntaxFacts.IsIdentifierPartCharacter(character) ? character : '_').ToArray()))));
        return name.Length > 0 && SyntaxFacts.IsIdentifierStartCharacter(name[0]) ? name : "_" + name;
    }
}
