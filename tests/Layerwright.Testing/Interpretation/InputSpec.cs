namespace Layerwright.Testing.Interpretation;

/// <summary>A network's input attribute.</summary>
/// <param name="Shape">Of one row, as the layers see it.</param>
/// <param name="ChannelsFirst">The user's rows hold an image channel after channel.</param>
public sealed record InputSpec(SpecShape Shape, bool ChannelsFirst = false)
{
    /// <summary><c>[Input(features)]</c>.</summary>
    public static implicit operator InputSpec(int features) => new(SpecShape.Vector(features));
}
