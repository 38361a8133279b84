namespace Layerwright;

/// <summary>Something that must hold of every network does not: what a check of <see cref="NetworkChecks"/> found.</summary>
public sealed class NetworkCheckException : Exception
{
    /// <summary>States what does not hold.</summary>
    /// <param name="network">The network's class.</param>
    /// <param name="message">What was seen and what should have been.</param>
    public NetworkCheckException(string network, string message)
        : base($"{network}: {message}") => Network = network;

    /// <summary>The network's class.</summary>
    public string Network { get; }
}
