using System.Composition;
using Layerwright.Analyzers.Rules.Training;
using Layerwright.CodeFixes.Editing.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Training;

/// <summary>LW5005: writes the usual strength.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DecayTooStrongFix))]
[Shared]
public sealed class DecayTooStrongFix() : SettingFix(DecayTooStrongRule.Id)
{
    private protected override string Title(string value) => $"Use {value.TrimEnd('f')}";
}
