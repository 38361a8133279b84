using System.Composition;
using Layerwright.Analyzers.Rules.Initialization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Initialization;

/// <summary>LW3001: He's initialisation, which makes up for what the rectifier takes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(XavierWithReLUFix))]
[Shared]
public sealed class XavierWithReLUFix() : UseInitFix(XavierWithReLURule.Id, "He");
