using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Layerwright.Tests.Training;

/// <summary>Every setting there is comes back from a checkpoint: who adds one is told here.</summary>
public class SettingsTextTests
{
    private static readonly Optimizer[] s_optimizers =
    [
        new Sgd(0.3f) { Momentum = 0.7f, Nesterov = true, WeightDecay = 0.1f, DecayAll = true },
        new Adam(0.3f) { Beta1 = 0.7f, Beta2 = 0.8f, Epsilon = 1e-3f, WeightDecay = 0.1f, DecayAll = true },
        new AdamW(0.3f) { Beta1 = 0.7f, Beta2 = 0.8f, Epsilon = 1e-3f, WeightDecay = 0.1f, DecayAll = true },
        new RmsProp(0.3f) { Alpha = 0.7f, Epsilon = 1e-3f, Momentum = 0.2f, WeightDecay = 0.1f, DecayAll = true },
        new AdaGrad(0.3f) { Epsilon = 1e-3f, WeightDecay = 0.1f, DecayAll = true },
    ];

    private static readonly Schedule[] s_schedules =
    [
        new StepDecay(3, 0.7f),
        new ExponentialDecay(0.123456789f),
        new CosineDecay { Epochs = 7, MinimumFactor = 0.3f },
        new OneCycle { Epochs = 7, RisingShare = 0.4f, DivFactor = 3, FinalDivFactor = 5, CycleMomentum = false, BaseMomentum = 0.1f, MaxMomentum = 0.2f },
        new ReduceOnPlateau { ReductionFactor = 0.4f, Patience = 3, Threshold = 0.2f, Cooldown = 4, MinimumRate = 1e-5f, Epsilon = 1e-4f },
        new Warmup(11, new Warmup(3, new CosineDecay { MinimumFactor = 0.5f })),
    ];

    private static readonly Metric[] s_metrics =
    [
        new Accuracy(), new TopK(3), new Precision(2), new Recall(1), new F1(4), new RocAuc(2), new MeanAbsoluteError(), new RootMeanSquaredError(), new RSquared(),
    ];

    private static readonly IAugmentation[] s_augmentations =
    [
        new Shift(3) { Fill = 0.4f }, new Flip { Probability = 0.123456789012, Vertical = true }, new Crop(0.3),
    ];

    private static readonly GradientClipping[] s_clippings = [new ByNorm(0.7f), new ByValue(0.3f)];

    [Fact]
    public void Every_kind_of_setting_stands_above_with_each_of_its_values_changed()
    {
        object[] all = [.. s_optimizers, .. s_schedules, .. s_metrics, .. s_clippings, .. s_augmentations, Stopping];
        Type[] bases = [typeof(Optimizer), typeof(Schedule), typeof(Metric), typeof(GradientClipping), typeof(EarlyStopping), typeof(IAugmentation)];
        Type[] kinds = [.. typeof(Optimizer).Assembly.GetTypes().Where(type => !type.IsAbstract && bases.Any(type.IsAssignableTo))];
        Assert.Equal(kinds.Select(kind => kind.Name).Order(StringComparer.Ordinal), all.Select(setting => setting.GetType().Name).Order(StringComparer.Ordinal));

        // Each stands for the others of its kind only if nothing is left as it is by default.
        foreach (object setting in all)
        {
            ConstructorInfo constructor = setting.GetType().GetConstructors().MinBy(candidate => candidate.GetParameters().Length)!;
            object plain = constructor.Invoke([.. constructor.GetParameters().Select(parameter => parameter.HasDefaultValue ? parameter.DefaultValue : Other(parameter.ParameterType))]);
            Assert.All(
                setting.GetType().GetProperties().Where(property => property.SetMethod is not null),
                property => Assert.NotEqual(property.GetValue(plain), property.GetValue(setting)));
        }

        static object? Other(Type type) => type == typeof(int) ? 1 : type == typeof(float) ? 0.9f : type == typeof(double) ? 0.9 : null;
    }

    [Fact]
    public void Every_setting_comes_back()
    {
        foreach (Optimizer optimizer in s_optimizers)
        {
            AssertComesBack(Whole with { Optimizer = optimizer });
        }

        foreach (Schedule? schedule in s_schedules.Append(null).Append(new Warmup(2)).Append(new OneCycle()))
        {
            AssertComesBack(Whole with { Schedule = schedule });
        }

        foreach (GradientClipping? clipping in s_clippings.Append(null))
        {
            AssertComesBack(Whole with { Clipping = clipping });
        }

        foreach (Metric metric in s_metrics.Append(new F1()).Append(new RocAuc()))
        {
            AssertComesBack(Whole with { Metrics = [metric], EarlyStopping = new EarlyStopping(2, metric) });
        }

        AssertComesBack(Whole with { EarlyStopping = null, Metrics = [], ClassWeights = [] });
    }

    private static EarlyStopping Stopping => new(3, new Accuracy()) { MinimumImprovement = 0.1 };

    private static TrainerSettings Whole => new()
    {
        Optimizer = s_optimizers[0],
        BatchSize = 17,
        Threads = 3,
        Shuffle = false,
        DropLast = true,
        Seed = ulong.MaxValue,
        Schedule = s_schedules[0],
        Clipping = s_clippings[0],
        AccumulationSteps = 5,
        RegularizationFactor = 0.1f,
        DropoutFactor = 0.7f,
        EarlyStopping = Stopping,
        ClassWeights = [0.1f, 1e-30f, 3],
        Augmentation = [.. s_augmentations.Select(SavedAugmentation.Of)],
        Metrics = s_metrics,
    };

    private static void AssertComesBack(TrainerSettings settings)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            TrainerSettingsText.Write(json, "trainer", settings);
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
        TrainerSettings found = TrainerSettingsText.Read(new JsonFields(document.RootElement, "here").Object("trainer"));

        Assert.Equal(settings.ClassWeights, found.ClassWeights);
        Assert.Equal(settings.Metrics, found.Metrics);
        Assert.Equal(settings.Augmentation, found.Augmentation);
        Assert.Equal(settings, found with { ClassWeights = settings.ClassWeights, Metrics = settings.Metrics, Augmentation = settings.Augmentation });
    }
}
