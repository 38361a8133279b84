using System.Composition;
using Layerwright.Analyzers.Rules.Initialization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Initialization;

/// <summary>LW3009: blocks that start as the identity.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ResidualGammaFix))]
[Shared]
public sealed class ResidualGammaFix() : BlockArgumentFix(ResidualGammaRule.Id, "Set ZeroGamma = true");
