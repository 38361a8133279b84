using System.Composition;
using Layerwright.Analyzers.Rules.Initialization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Initialization;

/// <summary>LW3011: last weights that start so small that all blocks together add as much as one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ResidualGrowthFix))]
[Shared]
public sealed class ResidualGrowthFix() : BlockArgumentFix(ResidualGrowthRule.Id, "Set InitScale of the last weights");
