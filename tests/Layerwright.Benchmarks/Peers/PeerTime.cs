namespace Layerwright.Benchmarks.Peers;

/// <summary>A time beside ours.</summary>
internal sealed record PeerTime(string Name, double Seconds);
