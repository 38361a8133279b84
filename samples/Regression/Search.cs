using Layerwright;

namespace RegressionSample;

/// <summary>Learning rate and weight decay, chosen by the error on rows that a trial has not learnt from.</summary>
internal static class Search
{
    public const int Trials = 12;

    /// <summary>Two rounds of as many epochs: the second looks closer around the best of the first.</summary>
    public static SearchResult Run(TrainingSet training) => RandomSearch.Run(
        new SearchSpace { ["rate"] = new LogUniform(1e-4, 1e-1), ["decay"] = new LogUniform(1e-2, 1e2) },
        Trials,
        trial => new Recipe(trial["rate"], trial["decay"]).AsModel.CrossValidate(training).Mean,
        new SearchOptions { Epochs = [Recipe.Epochs, Recipe.Epochs], Seed = Patients.Seed });

    public static Recipe RecipeOf(TrialResult trial) => new(trial["rate"], trial["decay"]);
}
