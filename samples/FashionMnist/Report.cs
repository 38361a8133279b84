using Layerwright;
using Spectre.Console;

namespace FashionMnistSample;

/// <summary>What the program says before and after training.</summary>
internal static class Report
{
    public static void Data(DirectoryInfo folder, Dataset training, Dataset validation, Dataset test)
    {
        string source = folder == FashionMnist.Shipped ? "that ships with the sample" : "from " + folder.FullName;
        AnsiConsole.MarkupLineInterpolated(
            $"[bold]Fashion-MNIST[/] {source}: {training.Count:n0} images to train on, {validation.Count:n0} to validate, {test.Count:n0} to test\n");
    }

    public static void Training(TimeSpan time, long samples) =>
        AnsiConsole.MarkupLineInterpolated(
            $"\nTrained in {time.TotalSeconds:f1} s: {samples / time.TotalSeconds:n0} samples/s, validation included\n");

    public static void Test(Evaluation test)
    {
        AnsiConsole.MarkupLineInterpolated(
            $"[bold]Test accuracy {test["Accuracy"]:p2}[/] on {test.Rows:n0} images never seen before, loss {test.Loss:f4}\n");
        ConfusionMatrix confusion = test.ConfusionMatrix!;
        Console.WriteLine(confusion.ToString(FashionMnist.ClassNames));

        var (actual, predicted) = (
            from row in Enumerable.Range(0, confusion.Classes)
            from column in Enumerable.Range(0, confusion.Classes)
            where row != column
            select (row, column)).MaxBy(pair => confusion[pair.row, pair.column]);
        AnsiConsole.MarkupLineInterpolated(
            $"\nMost often confused: {FashionMnist.ClassNames[actual]} taken for {FashionMnist.ClassNames[predicted]}, {confusion[actual, predicted]} times\n");
    }

    /// <summary>Compares the reloaded network with the one that was trained, and shows what it sees in the first images.</summary>
    public static void Predictions(string file, IPredictor trained, IPredictor reloaded, Dataset test)
    {
        var expected = new float[trained.OutputLength];
        var probabilities = new float[trained.OutputLength];
        int same = 0;
        for (int row = 0; row < test.Count; row++)
        {
            trained.Predict(test.Input(row), expected);
            reloaded.Predict(test.Input(row), probabilities);
            same += probabilities.AsSpan().SequenceEqual(expected) ? 1 : 0;
        }

        AnsiConsole.MarkupLineInterpolated(
            $"Saved {Path.GetFullPath(file)} ({new FileInfo(file).Length / 1e6:f1} MB), loaded it again: the same probabilities, to the bit, for {same:n0} of {test.Count:n0} images\n");

        for (int row = 0; row < 3; row++)
        {
            reloaded.Predict(test.Input(row), probabilities);
            int guess = reloaded.Classify(test.Input(row));
            ShowImage(test.Input(row));
            AnsiConsole.MarkupLineInterpolated(
                $"It is: {FashionMnist.ClassNames[test.Label(row)]}. The network says: [bold]{FashionMnist.ClassNames[guess]}[/], {probabilities[guess]:p1}\n");
        }
    }

    /// <summary>An image in characters, two rows of pixels a line since characters are twice as tall as wide.</summary>
    private static void ShowImage(ReadOnlySpan<float> pixels)
    {
        const string shades = " .:-=+*#%@";
        const int width = 28;
        Span<char> line = stackalloc char[width];
        for (int row = 0; row < pixels.Length; row += 2 * width)
        {
            for (int column = 0; column < width; column++)
            {
                float grey = (pixels[row + column] + pixels[row + width + column]) / 2;
                line[column] = shades[(int)(grey * (shades.Length - 1))];
            }

            if (line.ContainsAnyExcept(' '))
            {
                Console.WriteLine(line.ToString());
            }
        }
    }
}
