namespace Layerwright.Benchmarks;

/// <summary>What is promised of steps and predictions.</summary>
internal static class Promises
{
    /// <summary>Steps from this many seconds on are shared well.</summary>
    public const double SharedFrom = 200e-6;

    /// <summary>Two threads' time of one's, where a step is worth sharing, and of any step.</summary>
    public const double MostOfShared = 1 / 1.85, MostOfAny = 1.1;

    /// <summary>The ratio to the quickest peer and the part of the peak.</summary>
    public static (double? Ratio, double? Share) OfStep(string network, int rows, string optimizer, int threads) =>
        (network, rows, optimizer, threads) switch
        {
            (nameof(DigitNet), 128, "sgd", 1) => (1.25, 0.92),
            (nameof(DigitNet), 128, _, 2) => (1.4, null),
            (nameof(LeNet), 128, "sgd", _) => (1.5, null),
            (nameof(SmallResNet), 128, "sgd", _) => (1.5, null),
            _ => (1, null),
        };

    /// <summary>The ratio to ONNX Runtime, or to the quickest peer.</summary>
    public static (double Ratio, string? To) OfPrediction(string network, int rows) => (network, rows) switch
    {
        (nameof(TinyNet), 1) or (nameof(LayerOf16), 1) => (25, OnnxRuntime),
        (nameof(LayerOf64), 1) => (12, OnnxRuntime),
        (nameof(ClassifierNet), 1) => (1.5, OnnxRuntime),
        (nameof(LeNet), 1 or 64) => (1.5, OnnxRuntime),
        _ => (1, null),
    };

    /// <summary>The promised time of a prediction.</summary>
    public static double? MostOfPrediction(string network, int rows) => network == nameof(TinyNet) && rows == 1 ? 70e-9 : null;

    private const string OnnxRuntime = "ONNX Runtime";
}
