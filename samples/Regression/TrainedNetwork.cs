using Layerwright;

namespace RegressionSample;

/// <summary>What predicts standardised targets, and what turns them into points.</summary>
internal sealed record TrainedNetwork(IPredictor Predictor, TargetScale Scale)
{
    /// <summary>One value for each row, in the targets' own unit.</summary>
    public float[] Predict(Dataset rows) =>
        RegressionPredictions.Of(Predictor, Scale.Apply(rows)).Rescaled(Scale.Deviation, Scale.Mean).Predictions.ToArray();
}
