namespace Layerwright.Benchmarks.Peers;

/// <summary>A peer's way of doing a work.</summary>
/// <param name="Name">The peer and its setting.</param>
/// <param name="Quickest">Seconds of the quickest run within a duration.</param>
internal sealed record PeerWork(string Name, Func<TimeSpan, double> Quickest);
