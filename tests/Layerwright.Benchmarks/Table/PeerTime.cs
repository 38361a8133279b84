namespace Layerwright.Benchmarks;

/// <summary>What a peer took for a work.</summary>
/// <param name="Name">The peer.</param>
/// <param name="Value">Seconds, or whatever the row counts.</param>
/// <param name="Setting">Of the settings tried the quickest, where there are several.</param>
internal sealed record PeerTime(string Name, double Value, string Setting = "");
