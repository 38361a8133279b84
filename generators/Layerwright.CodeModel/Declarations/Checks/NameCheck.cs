using System.Globalization;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis.CSharp;

namespace Layerwright.CodeModel.Declarations.Checks;

/// <summary>A layer of a chain with the name it has been given.</summary>
/// <param name="Name">Its own name, or stem and number.</param>
/// <param name="Attribute">Its attribute.</param>
/// <param name="IsWritten">The user wrote the name: only then can it be wrong, unless it is the class's own.</param>
internal sealed record NamedLayer(string Name, int Attribute, bool IsWritten);

/// <summary>LW0009: a layer's name is an identifier, unique in its chain whatever the case, and hides nothing.</summary>
internal static class NameCheck
{
    /// <param name="layers">Every layer of one chain that has a name, in order.</param>
    /// <param name="typeName">The network's class, whose name no member can have; null in a block.</param>
    public static IEnumerable<Issue> Run(IReadOnlyList<NamedLayer> layers, string? typeName)
    {
        var reserved = typeName is null
            ? new HashSet<string>(StringComparer.Ordinal)
            : new HashSet<string>(GeneratedMembers.Names.Concat(GeneratedMembers.Inherited).Append(typeName), StringComparer.Ordinal);
        var taken = new HashSet<string>(layers.Where(layer => !layer.IsWritten).Select(layer => layer.Name), StringComparer.OrdinalIgnoreCase);
        foreach (var layer in layers.Where(layer => layer.IsWritten || layer.Name == typeName))
        {
            string? fault = !IsIdentifier(layer.Name) ? "is not an identifier, which a layer's name must be"
                : reserved.Contains(layer.Name) ? "is the name of a member that the network has anyway"
                : layer.IsWritten && taken.Contains(layer.Name) ? "is the name of another layer (case does not matter)"
                : null;
            if (fault is null)
            {
                taken.Add(layer.Name);
                continue;
            }

            string free = Free(layer.Name, name => reserved.Contains(name) || taken.Contains(name) || layers.Any(other => !ReferenceEquals(other, layer) && Same(other.Name, name)));
            taken.Add(free);
            yield return new Issue(RuleIds.BadName, layer.Attribute, layer.IsWritten ? "Name" : null, EquatableArray.Of(layer.Name, fault, free)) { Suggestion = free };
        }
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a member may have this name as it stands.</summary>
    public static bool IsIdentifier(string name) => SyntaxFacts.IsValidIdentifier(name) && !SyntaxFacts.IsReservedKeyword(SyntaxFacts.GetKeywordKind(name));

    /// <summary>The nearest name that is an identifier and free.</summary>
    private static string Free(string name, Func<string, bool> isTaken)
    {
        string stem = new(name.Where(SyntaxFacts.IsIdentifierPartCharacter).ToArray());
        stem = stem.Length == 0 ? "Layer" : stem;
        stem = SyntaxFacts.IsIdentifierStartCharacter(stem[0]) ? char.ToUpperInvariant(stem[0]) + stem.Substring(1) : "Layer" + stem;
        if (!isTaken(stem))
        {
            return stem;
        }

        string root = stem.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        int number = 2;
        while (isTaken(root + number.ToString(CultureInfo.InvariantCulture)))
        {
            number++;
        }

        return root + number.ToString(CultureInfo.InvariantCulture);
    }
}
