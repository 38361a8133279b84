using System.Globalization;

namespace Layerwright.Tests.PublicApi;

/// <summary>Records are equal by value, lists included, cannot be changed from outside, and are written alike in every culture.</summary>
public class RecordTests
{
    private static readonly object[][] s_pairs =
    [
        [new Histogram(-1, 1, [1, 2, 3]), new Histogram(-1, 1, [1, 2, 3]), new Histogram(-1, 1, [1, 2, 4])],
        [new LayerRecord("Dense1", "Dense", "8", [Sample(0)]), new LayerRecord("Dense1", "Dense", "8", [Sample(0)]), new LayerRecord("Dense1", "Dense", "8", [Sample(1)])],
        [new LayerPanel("tanh", []), new LayerPanel("tanh", new List<LayerRecord>()), new LayerPanel("relu", [])],
        [new CsvOptions { Targets = [0, "y"] }, new CsvOptions { Targets = [0, "y"] }, new CsvOptions { Targets = [0, "z"] }],
        [new CsvOptions { ClassNames = ["a", "b"] }, new CsvOptions { ClassNames = ["a", "b"] }, new CsvOptions()],
        [new SearchOptions { Epochs = [1, 5] }, new SearchOptions { Epochs = [1, 5] }, new SearchOptions { Epochs = [1, 6] }],
        [Choice.Of("relu", "tanh"), Choice.Of("relu", "tanh"), Choice.Of("tanh", "relu")],
        [Wrong([1, 2]), Wrong([1, 2]), Wrong([1, 3])],
        [State(1), State(1), State(2)],
        [new ReportContent { ClassNames = ["a"] }, new ReportContent { ClassNames = ["a"] }, new ReportContent { ClassNames = ["b"] }],
        [Parameter(0.1), Parameter(0.1), Parameter(0.2)],
    ];

    private static readonly (object Value, string Text)[] s_texts =
    [
        (new Sgd(0.1f) { Momentum = 0.9f }, "Sgd { LearningRate = 0.1, WeightDecay = 0, DecayAll = False, Momentum = 0.9, Nesterov = False }"),
        (new StepDecay(3, 0.5f), "StepDecay { EveryEpochs = 3, Gamma = 0.5 }"),
        (new ByNorm(1.5f), "ByNorm { Max = 1.5 }"),
        (new Crop(0.8), "Crop { LeastShare = 0.8 }"),
        (new EarlyStopping(3) { MinimumImprovement = 0.01 }, "EarlyStopping { Metric = , Patience = 3, MinimumImprovement = 0.01 }"),
        (new LogUniform(0.001, 0.5), "LogUniform { Low = 0.001, High = 0.5 }"),
        (new SearchOptions { Epochs = [1, 5] }, "SearchOptions { Seed = 0, Epochs = [1, 5], Narrowing = 0.3, Maximize = False, StopHopeless = False, Parallelism = 0, LogPath =  }"),
        (new StepRecord(32, 0.5, 0.01f), "step 32: loss 0.5 at rate 0.01"),
        (new InputFeature(0.5, 1.25), "mean 0.5, deviation 1.25"),
        (new Histogram(-0.5, 0.5, [1, 2]), "3 values from -0.5 to 0.5 in 2 bins"),
        (Sample(1), "step 1: mean 0.5, deviation 0.25"),
        (new LayerRecord("Dense1", "Dense", "8", [Sample(0)]), "Dense1, Dense of 8: 1 samples"),
        (new LayerPanel("tanh", []), "tanh: 0 layers"),
        (Wrong([1]), "row 17: class 3 taken for 5 (0.98)"),
        (State(1), "1 tensors, 1 facts"),
        (Parameter(0.5), "dense1.weight [8×4]: Right, 1 entries compared"),
        (Parameter(0.5).Entries[0], "[0, 1]: 0.5 by backward, 0.5 by differences, Right"),
        (new RateTrial(0.001f, 2.5, 0.5, RateVerdict.Usable), "rate 0.001: loss 2.5 to 0.5, Usable"),
        (new SummaryLayer("Dense1", "Dense", "512", 401920, 1, null), "Dense1, Dense of 512: 401,920 parameters"),
        (new EpochRecord { Epoch = 3, Step = 1, TrainingLoss = 0.5, MeasuredTrainingLoss = 0.4, ValidationLoss = 0.75 }, "epoch 3: loss 0.5, validation 0.75"),
        (new TrainingProgress { Epoch = 3, Epochs = 10, Batch = 1, Batches = 4, Loss = 0.5, LearningRate = 0.1f, SamplesPerSecond = 1 }, "epoch 3 of 10, batch 1 of 4: loss 0.5"),
        (new ReportContent { Title = "Flowers", Findings = [] }, "Flowers: findings"),
        (new MetricValue(new Accuracy(), 0.875), "Accuracy 87.50 %"),
        (new CrossValidationResult([0.5, 0.75]), "0.625 ± 0.18 over 2 folds"),
    ];

    public static TheoryData<int> Pairs { get; } = [.. Enumerable.Range(0, s_pairs.Length)];

    public static TheoryData<int> Texts { get; } = [.. Enumerable.Range(0, s_texts.Length)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Equal_content_is_equal(int number)
    {
        object one = s_pairs[number][0], same = s_pairs[number][1], other = s_pairs[number][2];
        Assert.True(one.Equals(same) && one.GetHashCode() == same.GetHashCode());
        Assert.False(one.Equals(other));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_is_the_same_in_every_culture(int number)
    {
        CultureInfo present = CultureInfo.CurrentCulture;
        try
        {
            foreach (string culture in (string[])["", "de-DE", "sv-SE"])
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal(s_texts[number].Text, s_texts[number].Value.ToString());
                Assert.Equal(culture, CultureInfo.CurrentCulture.Name);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = present;
        }
    }

    [Fact]
    public void A_list_that_is_changed_afterwards_changes_nothing()
    {
        List<int> epochs = [1, 5];
        var options = new SearchOptions { Epochs = epochs };
        epochs.Add(20);
        Assert.Equal([1, 5], options.Epochs);
    }

    [Fact]
    public void A_list_that_is_missing_is_named() =>
        Assert.Throws<ArgumentNullException>("Targets", () => new CsvOptions { Targets = null! });

    private static LayerSample Sample(long step) =>
        new() { Step = step, Mean = 0.5, Deviation = 0.25, Activations = new Histogram(0, 1, [1]) };

    private static Mistake Wrong(float[] input) => new(17, 3, 5) { Probability = 0.98, Input = input };

    private static ObserverState State(float number) => new()
    {
        Tensors = new Dictionary<string, float[]> { ["mean"] = [number] },
        Facts = new Dictionary<string, string> { ["count"] = "1" },
    };

    private static ParameterGradient Parameter(double slope) =>
        new("dense1.weight", "8×4", [new GradientEntry("[0, 1]", slope, slope, 0, GradientEntryState.Compared)], null);
}
