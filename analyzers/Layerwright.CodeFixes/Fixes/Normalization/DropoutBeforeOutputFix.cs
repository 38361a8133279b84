using System.Composition;
using Layerwright.Analyzers.Rules.Normalization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Normalization;

/// <summary>LW4005: takes the dropout on the outputs away.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DropoutBeforeOutputFix))]
[Shared]
public sealed class DropoutBeforeOutputFix() : RemoveLayerFix(DropoutBeforeOutputRule.Id);
