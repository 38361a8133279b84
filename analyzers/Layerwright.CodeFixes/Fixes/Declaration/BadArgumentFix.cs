using System.Composition;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Declaration;

/// <summary>LW0008: writes the nearest valid value, or the default.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BadArgumentFix))]
[Shared]
public sealed class BadArgumentFix() : ArgumentFix(RuleIds.BadArgument)
{
    private protected override string Title(string argument, string value) => $"Use {value}";
}
