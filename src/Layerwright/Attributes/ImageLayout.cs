namespace Layerwright;

/// <summary>The order of the numbers in a row that is an image.</summary>
public enum ImageLayout
{
    /// <summary>Height × width × channels, as images lie inside: the channels of a pixel stand together.</summary>
    ChannelsLast,

    /// <summary>Channels × height × width, as PyTorch's tensors: one plane a channel. Transposed on the way in.</summary>
    ChannelsFirst,
}
