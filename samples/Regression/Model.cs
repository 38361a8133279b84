using Layerwright;

namespace RegressionSample;

/// <summary>A way to learn from rows.</summary>
/// <param name="Name">What it is called in tables.</param>
/// <param name="Fit">Learns from training rows and gives what then predicts: one value for each row, in the targets' own unit.</param>
internal sealed record Model(string Name, Func<TrainingSet, Func<Dataset, float[]>> Fit)
{
    /// <summary>What it predicts for one half of a split after learning from the other.</summary>
    public RegressionPredictions Judge(TrainingSet training, Dataset rows) =>
        new(Patients.TargetsOf(rows), Fit(training)(rows)) { Name = Patients.Target, Unit = Patients.Unit };

    /// <summary>Its error on rows that it has not seen, each fold of the training rows in turn.</summary>
    public CrossValidationResult CrossValidate(TrainingSet training) => CrossValidation.Run(
        training, Patients.Folds, fold => Judge(fold.Train, fold.Validation).RootMeanSquaredError, seed: Patients.Seed);
}
