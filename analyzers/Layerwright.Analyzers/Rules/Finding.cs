using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules;

/// <summary>Something a rule has found: an issue, and what a diagnostic of it needs besides.</summary>
/// <param name="Issue">Rule, place and what the message says.</param>
internal sealed record Finding(Issue Issue)
{
    /// <summary>The severity where it is not the rule's default.</summary>
    public DiagnosticSeverity? Severity { get; init; }

    /// <summary>Name of the argument that the fix sets to <see cref="Issue.Suggestion"/>, or drops; it may not be written yet.</summary>
    public string? Argument { get; init; }

    /// <summary>Further faults that this diagnostic stands for: additional locations, and what its fix changes too.</summary>
    public EquatableArray<Finding> Others { get; init; }

    /// <summary>False where no edit of the judged class mends it.</summary>
    public bool IsMendable { get; init; } = true;

    /// <summary>Attributes of weight layers before it: whose written <c>Init</c> would not suit what the fix puts behind them, or behind which it puts a normalisation.</summary>
    public EquatableArray<int> Feeders { get; init; }

    /// <summary>True where what feeds it stands in the fix's way: such an <c>Init</c> in a block, not changed from here, or a γ of 0.</summary>
    public bool HasForeignFeeders { get; init; }

    /// <summary>The value that the fix writes.</summary>
    public string? Suggestion
    {
        get => Issue.Suggestion;
        init => Issue = Issue with { Suggestion = value };
    }

    /// <summary>Where the fault lies, whoever reports it: a block's fault is found alone and again at every use.</summary>
    public (string Id, string? Block, int Attribute) Fault =>
        Issue.Block is null ? (Issue.Id, null, Issue.Attribute) : (Issue.Id, Issue.Block, Issue.BlockAttribute);
}
