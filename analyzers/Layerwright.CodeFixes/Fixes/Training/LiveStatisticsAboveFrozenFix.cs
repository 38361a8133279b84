using System.Composition;
using Layerwright.Analyzers.Rules.Training;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Training;

/// <summary>LW5012: freezes the batch normalisation too.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LiveStatisticsAboveFrozenFix))]
[Shared]
public sealed class LiveStatisticsAboveFrozenFix() : SetArgumentFix(LiveStatisticsAboveFrozenRule.Id);
