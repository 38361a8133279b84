using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Declarations.Checks;

/// <summary>LW0012: the user's member stands where a generated one would; the generated one is left out.</summary>
internal static class MemberCheck
{
    /// <param name="declaration">The network.</param>
    /// <param name="layerNames">Names of the layers that become members.</param>
    public static IEnumerable<Issue> Run(NetworkDeclaration declaration, IEnumerable<string> layerNames)
    {
        var generated = new HashSet<string>(GeneratedMembers.Names.Concat(GeneratedMembers.Constructors).Concat(layerNames), StringComparer.Ordinal);
        if (!declaration.Options.Training)
        {
            generated.Remove(GeneratedMembers.TrainingStep);
        }

        return declaration.UserMembers
            .Where(generated.Contains)
            .Select(member => new Issue(RuleIds.MemberCollision, -1, null, EquatableArray.Of(Display(declaration, member))) { Member = member });
    }

    private static string Display(NetworkDeclaration declaration, string member) =>
        member.StartsWith(".ctor", StringComparison.Ordinal) ? declaration.Type.Name + member.Substring(".ctor".Length) : member;
}
