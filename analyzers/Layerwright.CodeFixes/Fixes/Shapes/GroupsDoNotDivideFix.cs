using System.Composition;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Shapes;

/// <summary>LW1010: writes the nearest number of groups that divides.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GroupsDoNotDivideFix))]
[Shared]
public sealed class GroupsDoNotDivideFix() : ArgumentFix(RuleIds.GroupsDoNotDivide)
{
    private protected override string Title(string argument, string value) => $"Use {value}";
}
