namespace Layerwright;

/// <summary>Findings of a fit: stops remain, others as long as they are found again.</summary>
/// <param name="progress">Told what is new.</param>
internal sealed class FindingList(IProgress<Finding>? progress)
{
    private readonly List<Finding> _kept = [];
    private readonly Dictionary<(string Id, string? Layer), Finding> _first = [];

    /// <summary>What holds.</summary>
    public IReadOnlyList<Finding> Present { get; private set; } = [];

    /// <summary>Stops; what remains.</summary>
    public IReadOnlyList<Finding> Kept => _kept;

    /// <summary>Everything that was found, as it was first seen.</summary>
    public IReadOnlyCollection<Finding> First => _first.Values;

    /// <summary>Takes over what was found before the fit was interrupted; nobody is told again.</summary>
    public void Resume(IReadOnlyList<Finding> kept, IReadOnlyList<Finding> first)
    {
        _kept.AddRange(kept);
        foreach (Finding finding in first)
        {
            _first[(finding.Id, finding.Layer)] = finding;
        }

        Present = [.. kept];
    }

    /// <summary>Adds a finding for good.</summary>
    public void Keep(Finding finding)
    {
        _kept.Add(finding);
        Present = [.. Present, finding];
        Report(finding);
    }

    /// <summary>Replaces what was examined before; what was found then keeps the place where it was first seen.</summary>
    public void Renew(IReadOnlyList<Finding> found)
    {
        Present =
        [
            .. _kept,
            .. found.Select(finding => _first.TryGetValue((finding.Id, finding.Layer), out Finding? first)
                ? finding with { Epoch = first.Epoch, Step = first.Step }
                : finding),
        ];
        foreach (Finding finding in found)
        {
            Report(finding);
        }
    }

    /// <summary>Tells what is new, and what has become worse.</summary>
    private void Report(Finding finding)
    {
        bool isKnown = _first.TryGetValue((finding.Id, finding.Layer), out Finding? first);
        if (!isKnown || first!.Severity < finding.Severity)
        {
            _first[(finding.Id, finding.Layer)] = isKnown ? finding with { Epoch = first!.Epoch, Step = first.Step } : finding;
            progress?.Report(finding);
        }
    }
}
