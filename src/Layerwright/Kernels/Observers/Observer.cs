using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>Composes observers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Observer
{
    /// <summary>Both look at the same pass.</summary>
    public static ObserverPair<TFirst, TSecond> Both<TFirst, TSecond>(TFirst first, TSecond second)
        where TFirst : struct, IObserver
        where TSecond : struct, IObserver =>
        new(first, second);
}
