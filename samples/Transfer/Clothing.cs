using FashionMnistSample;
using Layerwright;

namespace TransferSample;

/// <summary>Fashion-MNIST in two parts: eight classes with all their images, and two that the features never see.</summary>
/// <param name="Training">The part's training images, classes numbered anew.</param>
/// <param name="Test">Its test images.</param>
internal sealed record Clothing(Dataset Training, Dataset Test)
{
    /// <summary>Two that are hard to tell apart.</summary>
    public static int[] New { get; } = [2, 4];

    public static int[] Old { get; } = [.. Enumerable.Range(0, FashionMnist.ClassNames.Count).Except(New)];

    /// <summary>What the classes are called, for a sentence.</summary>
    public string Names => string.Join(" and ", Training.ClassNames!);

    public static (Clothing Old, Clothing New) Load()
    {
        var (training, test) = FashionMnist.Load(FashionMnist.Shipped);
        return (new(Of(training, Old), Of(test, Old)), new(Of(training, New), Of(test, New)));
    }

    private static Dataset Of(Dataset data, int[] classes)
    {
        int[] rows = [.. Enumerable.Range(0, data.Count).Where(row => classes.Contains(data.Label(row)))];
        var inputs = new float[rows.Length * data.InputLength];
        data.CopyInputs(rows, inputs);
        int[] labels = [.. rows.Select(row => Array.IndexOf(classes, data.Label(row)))];
        return Dataset.FromLabels(inputs, labels, classes.Length, data.RowShape).WithClassNames([.. classes.Select(number => FashionMnist.ClassNames[number])]);
    }
}
