using static Layerwright.Benchmarks.QuantityText;

namespace Layerwright.Benchmarks;

/// <summary>A work, what it takes here, what it takes peers, and what is promised.</summary>
/// <param name="Work">What was done.</param>
/// <param name="Ours">Our seconds, or whatever <see cref="Quantity"/> says.</param>
internal sealed record SpeedRow(string Work, double Ours)
{
    /// <summary>What <see cref="Ours"/> and the peers' values are.</summary>
    public Quantity Quantity { get; init; } = Quantity.Time;

    /// <summary>Each peer at its best setting.</summary>
    public IReadOnlyList<PeerTime> Peers { get; init; } = [];

    /// <summary>What the work needs at least, where that says something.</summary>
    public WorkCost? Cost { get; init; }

    /// <summary>Cores at work.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Rows that the work is done for: their number a second is printed too.</summary>
    public int? Rows { get; init; }

    /// <summary>How many times quicker than a peer we promise to be.</summary>
    public double? LeastRatio { get; init; }

    /// <summary>The peer that <see cref="LeastRatio"/> is about; null for the quickest.</summary>
    public string? RatioTo { get; init; }

    /// <summary>The promised part of the peak.</summary>
    public double? LeastShare { get; init; }

    /// <summary>The promised largest value.</summary>
    public double? Most { get; init; }

    /// <summary>The quickest peer.</summary>
    public PeerTime? Quickest => Peers.MinBy(peer => peer.Value);

    /// <summary>True where a peer was quicker.</summary>
    public bool IsBehind => Quickest is { } peer && peer.Value < Ours;

    /// <summary>How many times as long a peer takes.</summary>
    public double RatioOf(PeerTime peer) => peer.Value / Ours;

    /// <summary>The promises as text.</summary>
    public string Promise => string.Join(", ", Promises());

    /// <summary>The promises that do not hold, as text.</summary>
    public string Unkept(MachineLimit limit) => string.Join(", ", Broken(limit));

    private IEnumerable<string> Promises()
    {
        if (LeastRatio is { } ratio)
        {
            yield return Text($"≥ {ratio} ×") + (RatioTo is null ? "" : $" {RatioTo}");
        }

        if (LeastShare is { } share)
        {
            yield return Text($"≥ {100 * share} %");
        }

        if (Most is { } most)
        {
            yield return $"≤ {Of(most, Quantity)}";
        }
    }

    private IEnumerable<string> Broken(MachineLimit limit)
    {
        PeerTime? peer = RatioTo is null ? Quickest : Peers.FirstOrDefault(peer => peer.Name == RatioTo);
        if (LeastRatio is { } ratio && peer is not null && RatioOf(peer) < ratio)
        {
            yield return Text($"{RatioOf(peer):F2} × for {ratio} ×");
        }

        if (LeastShare is { } share && Cost is { } cost && limit.ShareOfPeak(cost, Ours, Threads) < share)
        {
            yield return Text($"{100 * limit.ShareOfPeak(cost, Ours, Threads):F1} % for {100 * share} %");
        }

        if (Ours > Most)
        {
            yield return $"{Of(Ours, Quantity)} for {Of(Most.Value, Quantity)}";
        }
    }
}
