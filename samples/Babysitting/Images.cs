using FashionMnistSample;
using Layerwright;

namespace BabysittingSample;

/// <summary>Clothing, in three parts that never mix.</summary>
/// <param name="Training">To learn from.</param>
/// <param name="Validation">To choose by: rates, penalties, epochs.</param>
/// <param name="Test">Looked at once, when nothing is left to be chosen.</param>
/// <param name="Normalizer">Fitted on the training images alone; every network gets it and applies it to what comes in.</param>
internal sealed record Images(TrainingSet Training, Dataset Validation, Dataset Test, Normalizer Normalizer)
{
    public static Images Load()
    {
        var (all, test) = FashionMnist.Load(FashionMnist.Shipped);
        var (training, validation) = all.Split(trainShare: 0.8, seed: 1);
        return new(training, validation, test, Normalizer.FitPerChannel(training));
    }
}
