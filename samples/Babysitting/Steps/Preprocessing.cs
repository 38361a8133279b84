using Layerwright;
using Spectre.Console;

namespace BabysittingSample;

/// <summary>Step 1: inputs of mean 0 and deviation 1.</summary>
internal static class Preprocessing
{
    public static void Run(Images images)
    {
        Text.Step(1, "Preprocess the data",
            "Inputs that are all positive push the weights of a unit all up or all down; zero-centred ones of deviation 1 do not. For "
            + "images one mean and one deviation per channel are enough, both from training images only.");
        var table = Text.Table("images", "number", "raw mean", "raw deviation", "mean", "deviation");
        Add("training", images.Training);
        Add("validation", images.Validation);
        Add("test", images.Test);
        AnsiConsole.Write(table);
        Text.LookFor("mean 0 and deviation 1 of the training images, and nearly so of the others, which the normaliser has never seen.");

        void Add(string name, Dataset data)
        {
            var (rawMean, rawDeviation) = Spread(data);
            var (mean, deviation) = Spread(images.Normalizer.Apply(data));
            table.AddRow(name, $"{data.Count:n0}", $"{rawMean:f3}", $"{rawDeviation:f3}", $"{mean:f3}", $"{deviation:f3}");
        }
    }

    private static (double Mean, double Deviation) Spread(Dataset data)
    {
        double sum = 0, squares = 0;
        for (int row = 0; row < data.Count; row++)
        {
            foreach (float pixel in data.Input(row))
            {
                sum += pixel;
                squares += (double)pixel * pixel;
            }
        }

        double count = (double)data.Count * data.InputLength, mean = sum / count;
        return (mean, Math.Sqrt(squares / count - mean * mean));
    }
}
