using Layerwright;

namespace FashionMnistSample;

/// <summary>Fashion-MNIST: the images that ship with this sample, or any folder that holds the four original files.</summary>
internal static class FashionMnist
{
    public static IReadOnlyList<string> ClassNames { get; } =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    /// <summary>10,000 training and 2,000 test images, as many of each class (see Data/LICENCE.md).</summary>
    public static DirectoryInfo Shipped { get; } = new(Path.Combine(AppContext.BaseDirectory, "Data"));

    /// <exception cref="IOException">A file is missing; the message names it and the folder.</exception>
    /// <exception cref="InvalidDataException">A file is broken.</exception>
    public static (Dataset Training, Dataset Test) Load(DirectoryInfo folder) => (Read(folder, "train"), Read(folder, "t10k"));

    private static Dataset Read(DirectoryInfo folder, string part) =>
        IdxReader.Read(Find(folder, $"{part}-images-idx3-ubyte"), Find(folder, $"{part}-labels-idx1-ubyte"), ClassNames.Count);

    private static string Find(DirectoryInfo folder, string name)
    {
        string path = Path.Combine(folder.FullName, name);
        return new[] { path + ".gz", path }.FirstOrDefault(File.Exists) ?? throw new FileNotFoundException(
            $"{folder.FullName} holds neither {name}.gz nor {name}. "
            + "Fashion-MNIST is four files: images and labels of train and of t10k, compressed or not.");
    }
}
