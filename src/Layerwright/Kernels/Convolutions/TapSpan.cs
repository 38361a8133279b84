namespace Layerwright.Kernels;

/// <summary>Neighbouring places of a window along one axis that have the same taps inside the image.</summary>
/// <param name="First">The first place.</param>
/// <param name="Count">How many.</param>
/// <param name="FirstTap">Their first tap inside.</param>
/// <param name="Taps">Taps inside; the others are padding.</param>
internal readonly record struct TapSpan(int First, int Count, int FirstTap, int Taps)
{
    /// <summary>The place behind the last.</summary>
    public int End => First + Count;
}
