using System.Composition;
using Layerwright.Analyzers.Rules.Initialization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Initialization;

/// <summary>LW3004: LeCun's initialisation, for which SELU's constants are made.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SeluInitFix))]
[Shared]
public sealed class SeluInitFix() : UseInitFix(SeluInitRule.Id, "LeCun");
