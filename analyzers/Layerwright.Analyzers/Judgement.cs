using Layerwright.Analyzers.Flow;
using Layerwright.Analyzers.Rules;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Layerwright.Analyzers;

/// <summary>
/// What is to be reported on one network, or on one block judged alone. A block's fault that shows without its surroundings is
/// reported on the block; the rest at each use.
/// </summary>
internal static class Judgement
{
    private const string DeclarationIds = "LW0";

    /// <summary>With one of these it is not known which layers follow which: shapes are not judged.</summary>
    private static readonly string[] _disordering =
        [RuleIds.MissingInput, RuleIds.InputNotFirst, RuleIds.SplitDeclaration, RuleIds.LossNotLast, RuleIds.EmptyNetwork, RuleIds.BadBlock];

    /// <param name="declaration">A network, or a block judged alone.</param>
    /// <param name="isInSource">Whether a block, by full name, is in source and thus judged where it is written.</param>
    /// <param name="use">What the compilation makes of a block, by full name; null for the judged one itself.</param>
    /// <param name="settings">What the project has set for the file.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static IReadOnlyList<Finding> Of(
        NetworkDeclaration declaration,
        Func<string, bool> isInSource,
        Func<string?, BlockUse> use,
        AnalyzerConfigOptions settings,
        CancellationToken cancellationToken)
    {
        var network = NetworkInference.Infer(declaration);
        var all = All(network, declaration.IsBlock ? use(null) : default, settings, isTrial: false, cancellationToken);
        if (all.Count == 0)
        {
            return [];
        }

        // A network's faults inside blocks are the blocks' own where they show without the network. Of a library's blocks they are
        // its author's, but for errors: without a word here no code would be generated and nobody would know why.
        var known = new HashSet<(string, string?, int)>();
        foreach (var block in declaration.Blocks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var alone = NetworkInference.Infer(Alone(declaration, block));
            bool isOurs = isInSource(block.FullName);
            var itsUse = isOurs ? use(block.FullName) : use(block.FullName) with { IsFollowed = false }; // its author does not know
            known.UnionWith(All(alone, itsUse, settings, isTrial: true, cancellationToken)
                .Where(finding => isOurs || !IsError(finding))
                .Select(finding => Seen(finding.Fault, block.FullName)));
        }

        return all
            .Where(finding => !known.Contains(finding.Fault) && !IsBlocksOwn(finding.Issue, isInSource))
            .GroupBy(finding => finding.Issue.Id, StringComparer.Ordinal)
            .SelectMany(faults => Combined(faults.Key, Distinct(faults)))
            .ToList();
    }

    /// <summary>All that is found in one network or block, its blocks' own faults too.</summary>
    /// <param name="network">The network or block.</param>
    /// <param name="use">Of a block: what the compilation makes of it.</param>
    /// <param name="settings">What the project has set for the file.</param>
    /// <param name="isTrial">True where nothing is offered for what is found.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static List<Finding> All(InferredNetwork network, BlockUse use, AnalyzerConfigOptions settings, bool isTrial, CancellationToken cancellationToken)
    {
        bool isIncomplete = IsIncomplete(network.Declaration);
        var findings = network.Issues
            .Where(issue => IsDeclaration(issue) || !isIncomplete)
            .Select(issue => new Finding(issue))
            .ToList();
        if (isIncomplete || network.Issues.Any(issue => _disordering.Contains(issue.Id)))
        {
            return findings;
        }

        // Beside an error only what is said of shapes stands: all else may change with its mending.
        var rules = RuleRegistry.OfNetworks.Where(rule => findings.Count == 0 || rule.Descriptor.Category == Categories.Shapes).ToList();
        var graph = new FlowGraph(network) { IsTrial = isTrial, Use = use };
        if (!isTrial)
        {
            findings = findings.ConvertAll(fault => Completed(fault, graph, settings));
        }

        foreach (var rule in rules)
        {
            cancellationToken.ThrowIfCancellationRequested();
            findings.AddRange(rule.Find(graph, new RuleOptions(rule.Descriptor.Id, settings)).Where(finding => !IsUncertain(network, finding)));
        }

        return findings;
    }

    /// <summary>Its layer has an error whose mending changes what it computes: only then it shows what else is to be said of it.</summary>
    private static bool IsUncertain(InferredNetwork network, Finding finding) => network.Issues.Any(issue =>
        (issue.Id == RuleIds.BadArgument || !IsDeclaration(issue))
        && (issue.Attribute, issue.Block, issue.BlockAttribute) == (finding.Issue.Attribute, finding.Issue.Block, finding.Issue.BlockAttribute));

    private static Finding Completed(Finding fault, FlowGraph graph, AnalyzerConfigOptions settings) => RuleRegistry.Get(fault.Issue.Id) is NetworkRule rule
        ? rule.Complete(fault, graph, new RuleOptions(fault.Issue.Id, settings))
        : fault;

    private static IEnumerable<Finding> Combined(string id, List<Finding> findings) =>
        RuleRegistry.Get(id) is NetworkRule rule ? rule.Combine(findings) : findings;

    /// <summary>The compiler could not bind an attribute and says so: a layer or an argument may be missing, and shapes are not certain.</summary>
    private static bool IsIncomplete(NetworkDeclaration declaration) => declaration.HasUnknownAttribute
        || declaration.Layers.Concat(declaration.Blocks.SelectMany(block => block.Layers)).Any(layer => layer.IsMalformed);

    private static NetworkDeclaration Alone(NetworkDeclaration user, BlockDeclaration block) => user with
    {
        Layers = block.Layers,
        UserMembers = EquatableArray<string>.Empty,
        Issues = EquatableArray<Issue>.Empty,
        IsBlock = true,
        MarkerAttribute = -1,
    };

    /// <summary>A fault as the user of the block sees it: the block's own layers are in that block.</summary>
    private static (string, string?, int) Seen((string Id, string? Block, int Attribute) fault, string block) =>
        (fault.Id, fault.Block ?? block, fault.Attribute);

    /// <summary>Declaration faults in a block need no shape: they are said on the block.</summary>
    private static bool IsBlocksOwn(Issue issue, Func<string, bool> isInSource) =>
        issue.Block is not null && IsDeclaration(issue) && isInSource(issue.Block);

    private static bool IsDeclaration(Issue issue) => issue.Id.StartsWith(DeclarationIds, StringComparison.Ordinal);

    private static bool IsError(Finding finding) =>
        RuleRegistry.Get(finding.Issue.Id).Descriptor.DefaultSeverity == DiagnosticSeverity.Error;

    /// <summary>Repetitions of a block have one fault, not one each: the graver where they differ.</summary>
    private static List<Finding> Distinct(IEnumerable<Finding> findings) => findings
        .GroupBy(finding => (finding.Fault, finding.Issue.Attribute, finding.Issue.Argument, IsDeclaration(finding.Issue) ? finding.Issue.Values : default))
        .Select(same => same.FirstOrDefault(finding => finding.Severity is null) ?? same.First())
        .ToList();
}
