using Layerwright.Runtime;

namespace Layerwright;

/// <summary>A network whose code the generator wrote. Implemented by every class marked <c>[Network]</c>; never by hand.</summary>
/// <typeparam name="TSelf">The network's own class.</typeparam>
public interface INetwork<TSelf> : INetworkCode
    where TSelf : class, INetwork<TSelf>
{
    /// <summary>Makes a network with weights drawn from <paramref name="seed"/>.</summary>
    static abstract TSelf Create(ulong seed);
}
