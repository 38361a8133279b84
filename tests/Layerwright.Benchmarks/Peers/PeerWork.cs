namespace Layerwright.Benchmarks.Peers;

/// <summary>A peer's way of doing a work.</summary>
/// <param name="Setting">What was set, where there is a choice.</param>
/// <param name="Request">What its process is asked for, where it has one.</param>
/// <param name="Quickest">Seconds of the quickest run within a duration.</param>
internal sealed record PeerWork(string Setting, string Request, Func<TimeSpan, double> Quickest);
