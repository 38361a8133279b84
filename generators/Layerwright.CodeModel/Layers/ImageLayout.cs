namespace Layerwright.CodeModel.Layers;

/// <summary>The members of the attribute language's <c>ImageLayout</c>, in its order.</summary>
internal enum ImageLayout
{
    ChannelsLast,
    ChannelsFirst,
}
