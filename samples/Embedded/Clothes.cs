namespace EmbeddedSample;

/// <summary>Ten images as a sensor would hand them over: 28 × 28 bytes each, one of each class, in the order of the classes.</summary>
internal static class Clothes
{
    public const int Width = 28, Pixels = 28 * 28;

    public static IReadOnlyList<string> Names { get; } =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    public static byte[] Read() => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", "clothes.raw"));

    /// <summary>An image as the network knows them: from 0, black, to 1, white.</summary>
    public static void Scale(ReadOnlySpan<byte> pixels, Span<float> input)
    {
        for (int i = 0; i < pixels.Length; i++)
        {
            input[i] = pixels[i] / 255f;
        }
    }
}
