using System.Collections.Immutable;
using System.Globalization;
using Layerwright.Analyzers.Options;
using Layerwright.Analyzers.Rules;
using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Declarations.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Layerwright.Analyzers;

/// <summary>Turns findings on one type into diagnostics at exact places.</summary>
internal sealed class DiagnosticWriter(
    INamedTypeSymbol type, Compilation compilation, AnalyzerConfigOptionsProvider settings, CancellationToken cancellationToken)
{
    private readonly ImmutableArray<AttributeData> _attributes = type.GetAttributes();

    /// <summary>Null where the project's profile leaves it unsaid.</summary>
    public Diagnostic? Write(Finding finding)
    {
        var rule = RuleRegistry.Get(finding.Issue.Id);
        var place = Place(finding.Issue);
        var fileSettings = place.SourceTree is { } tree ? settings.GetOptions(tree) : settings.GlobalOptions;
        return Severities.Of(rule, finding.Severity, fileSettings, compilation, place.SourceTree, cancellationToken) is { } severity
            ? Diagnostic.Create(
                rule.Descriptor, place, severity, AdditionalPlaces(finding), Properties(finding), finding.Issue.Values.ToArray<object>())
            : null;
    }

    private Location Place(Issue issue) =>
        MemberPlace(issue) ?? AttributeLocations.Find(_attributes, issue.Attribute, issue.Argument, cancellationToken) ?? TypePlaces.Of(type, cancellationToken);

    private Location? MemberPlace(Issue issue) => issue.Member is null
        ? null
        : type.GetMembers()
            .Where(member => TypeReader.IsUserMember(member) && TypeReader.MemberName(member) == issue.Member)
            .SelectMany(member => member.Locations)
            .FirstOrDefault(location => location.IsInSource);

    private IEnumerable<Location> AdditionalPlaces(Finding finding)
    {
        var places = new[] { BlockPlace(finding.Issue) }
            .Concat(finding.Others.SelectMany(other => new[] { Place(other.Issue), BlockPlace(other.Issue) }))
            .OfType<Location>();

        // A block of a referenced project has places that are not this compilation's.
        return places.Where(place => place.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree)).Distinct();
    }

    private Location? BlockPlace(Issue issue)
    {
        if (issue.Block is null || BlockSymbols.Find(type, issue.Block) is not { } block)
        {
            return null;
        }

        var attributes = block.GetAttributes();
        return AttributeLocations.Find(attributes, issue.BlockAttribute, issue.Argument, cancellationToken);
    }

    private static ImmutableDictionary<string, string?> Properties(Finding finding)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        if (finding.Issue.Suggestion is not null)
        {
            properties[DiagnosticProperties.Suggestion] = finding.Issue.Suggestion;
        }

        if (finding.Issue.Block is not null)
        {
            properties[DiagnosticProperties.InBlock] = finding.Issue.Block;
        }

        if (!finding.IsMendable)
        {
            properties[DiagnosticProperties.NoFix] = bool.TrueString;
        }

        if (finding.HasForeignFeeders)
        {
            properties[DiagnosticProperties.NoRectifier] = bool.TrueString;
        }

        if (finding.Argument is not null)
        {
            properties[DiagnosticProperties.Argument] = finding.Argument;
        }

        properties[DiagnosticProperties.Attributes] = Numbers(finding.Others.Select(other => other.Issue.Attribute).Prepend(finding.Issue.Attribute));
        properties[DiagnosticProperties.Feeders] = Numbers(finding.Feeders);
        return properties.ToImmutable();
    }

    private static string Numbers(IEnumerable<int> numbers) =>
        string.Join(",", numbers.Distinct().Select(number => number.ToString(CultureInfo.InvariantCulture)));
}
