namespace Layerwright.Benchmarks.Peers;

/// <summary>A peer that can do a work under many settings, of which the quickest counts.</summary>
/// <param name="Peer">Its name.</param>
/// <param name="First">Settings to choose among first.</param>
/// <param name="Then">Further settings, given the quickest of the first.</param>
internal sealed record PeerChoice(string Peer, IReadOnlyList<PeerWork> First, Func<PeerWork, IReadOnlyList<PeerWork>> Then)
{
    /// <summary>Long enough to tell settings apart that matter.</summary>
    private static readonly TimeSpan Trial = TimeSpan.FromMilliseconds(15);

    /// <summary>Teams of threads spin for some 7 ms before they sleep.</summary>
    public static TimeSpan PauseOf(int threads) => TimeSpan.FromMilliseconds(threads > 1 ? 20 : 5);

    /// <summary>A peer that has nothing to set.</summary>
    public static PeerChoice Only(string peer, Func<TimeSpan, double> quickest) => new(peer, [new("", "", quickest)], _ => []);

    /// <summary>The quickest in a short trial, where works take so many threads.</summary>
    public PeerWork Choose(int threads)
    {
        if (First.Count == 1 && Then(First[0]).Count == 0)
        {
            return First[0];
        }

        List<(PeerWork Work, double Seconds)> tried = Try(First, threads);
        tried.AddRange(Try(Then(tried.MinBy(one => one.Seconds).Work), threads));
        return tried.MinBy(one => one.Seconds).Work;
    }

    /// <summary>The work under a setting that was chosen before.</summary>
    public PeerWork Under(string setting) => First.Concat(First.SelectMany(Then)).First(work => work.Setting == setting);

    private static List<(PeerWork Work, double Seconds)> Try(IReadOnlyList<PeerWork> works, int threads) =>
        [.. works.Zip(Timing.Minima(1, Trial, PauseOf(threads), [.. works.Select(work => work.Quickest)]))];
}
