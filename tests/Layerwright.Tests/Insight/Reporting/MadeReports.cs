namespace Layerwright.Tests.Insight.Reporting;

/// <summary>Reports of fits that never ran: every part is filled, all figures are by a formula.</summary>
internal static class MadeReports
{
    private const int Epochs = 12, StepsPerEpoch = 80;

    public static IReadOnlyList<string> ClassNames { get; } =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    /// <summary>A whole report.</summary>
    public static ReportContent Full(NetworkSummary summary, Evaluation? evaluation = null) => new()
    {
        Title = "Fashion-MNIST, LeNet",
        Description = "Trained with AdamW on ten thousand images.",
        Record = Record(summary),
        Findings = Findings,
        Evaluation = evaluation,
        ClassNames = ClassNames,
        Mistakes = [.. Enumerable.Range(0, 10).Select(Mistake)],
        Regressions = [Regression("price", "€")],
        Panels = [Panel("tanh, Xavier", 0.6, 1), Panel("tanh, N(0, 0.01)", 0.6, 0.2), Panel("tanh, N(0, 1)", 0.95, 1.9)],
    };

    public static IReadOnlyList<Finding> Findings { get; } =
    [
        new("LW7006", "Update ratio", FindingSeverity.Note, "Conv1's updates are 0.00003 of its weights, less than 0.0001", "Raise the learning rate")
        {
            Layer = "Conv1",
            Epoch = 2,
        },
        new(
            "LW7009", "Dead units", FindingSeverity.Warning, "45 % of ReLU1's units had no positive value in 1,024 rows, more than 40 %",
            "Lower the learning rate, or take LeakyReLU", "LW3001")
        {
            Layer = "ReLU1",
            Epoch = 3,
            Step = 240,
        },
    ];

    public static TrainingRecord Record(NetworkSummary summary) => new()
    {
        Summary = summary,
        Optimizer = new AdamW(1e-3f) { WeightDecay = 0.01f },
        TrainingRows = 10_000,
        ValidationRows = 1_000,
        Classes = 10,
        StepsPerEpoch = StepsPerEpoch,
        ExpectedLoss = Math.Log(10),
        ChanceAccuracy = 0.1,
        Steps = [.. Enumerable.Range(0, Epochs * StepsPerEpoch).Select(step => new StepRecord(
            step, (2.2 * Math.Exp(-step / 150.0)) + 0.25 + (0.06 * Math.Sin(step * 1.7)), (float)(5e-4 * (1 + Math.Cos(Math.PI * step / (Epochs * StepsPerEpoch))))))],
        Epochs = [.. Enumerable.Range(1, Epochs).Select(Epoch)],
        Layers = [.. summary.Layers.Skip(1).SkipLast(1).Select((layer, i) => Layer(layer.Name, layer.Kind, layer.OutputShape, i))],
    };

    /// <summary>A hundred rows whose predictions fall short of large targets.</summary>
    public static RegressionPredictions Regression(string? name, string? unit)
    {
        float[] targets = [.. Enumerable.Range(0, 100).Select(row => row * 37 % 100 * 5f)];
        return new(targets, [.. targets.Select((target, row) => (0.8f * target) + 40 + (30 * MathF.Sin(row)))]) { Name = name, Unit = unit };
    }

    /// <summary>Ten layers whose deviation changes from each to the next by the same factor.</summary>
    public static LayerPanel Panel(string title, double deviation, double factor) => new(
        title,
        [.. Enumerable.Range(0, 10).Select(depth =>
        {
            double forward = deviation * Math.Pow(factor, depth), backward = 0.01 * Math.Pow(factor, 9 - depth);
            return new LayerRecord($"Tanh{depth + 1}", "Tanh", "500",
            [
                new LayerSample
                {
                    Step = 0,
                    Mean = 0,
                    Deviation = forward,
                    Activations = Bell(0, forward),
                    GradientRms = backward,
                    Gradients = Bell(0, backward),
                },
            ]);
        })])
    {
        Note = "Ten layers of 500 units.",
    };

    /// <summary>A normal distribution as counts of a thousand values in 30 bins, three deviations to either side.</summary>
    public static Histogram Bell(double mean, double deviation) => new(
        mean - (3 * deviation), mean + (3 * deviation),
        [.. Enumerable.Range(0, 30).Select(bin => (long)(1000 * Math.Exp(-Math.Pow((bin - 14.5) / 5, 2) / 2)))]);

    private static EpochRecord Epoch(int epoch) => new()
    {
        Epoch = epoch,
        Step = epoch * StepsPerEpoch,
        TrainingLoss = 0.3 + (1.5 / epoch),
        MeasuredTrainingLoss = 0.2 + (1.2 / epoch),
        TrainingAccuracy = 0.95 - (0.4 / epoch),
        ValidationLoss = 0.35 + (1.1 / epoch) + (0.004 * epoch),
        ValidationAccuracy = 0.9 - (0.4 / epoch),
    };

    private static LayerRecord Layer(string name, string kind, string shape, int index)
    {
        bool hasWeights = kind is "Conv2D" or "Dense";
        return new(name, kind, shape,
        [
            .. Enumerable.Range(0, 24).Select(sample => new LayerSample
            {
                Step = sample * 40,
                Mean = 0.1 * index,
                Deviation = 1 + (0.02 * sample),
                Activations = Bell(0.1 * index, 1 + (0.02 * sample)),
                Saturated = kind == "Tanh" ? 0.02 * sample : null,
                Dead = kind == "ReLU" && sample > 7 ? 0.1 : null,
                GradientRms = 1e-4 * Math.Pow(1.5, index) / (1 + sample),
                Gradients = Bell(0, 1e-4 * Math.Pow(1.5, index) / (1 + sample)),
                WeightGradientRms = hasWeights ? 1e-3 * Math.Pow(1.4, index) / (1 + (0.2 * sample)) : null,
                UpdateRatio = hasWeights ? 1e-3 * Math.Pow(1.3, index - 4) * (1 + (0.3 * Math.Sin(sample))) : null,
                Weights = hasWeights ? Bell(0, 0.1 + (0.001 * sample)) : null,
            }),
        ])
        {
            HasTrainedWeights = hasWeights,
        };
    }

    private static Mistake Mistake(int index)
    {
        var pixels = new float[16 * 16];
        for (int pixel = 0; pixel < pixels.Length; pixel++)
        {
            pixels[pixel] = pixel * (index + 1) % 256 / 255f;
        }

        return new(100 + index, index % 10, (index + 3) % 10)
        {
            Probability = 0.99 - (0.01 * index),
            LabelProbability = 0.001 * index,
            Shape = new(16, 16, 1),
            Input = pixels,
        };
    }
}
