using Layerwright.Benchmarks;

namespace Layerwright.Costs;

/// <summary>The works whose speed is promised, batches cut to what shows their costs.</summary>
internal static class PromisedWorks
{
    private static readonly Dictionary<string, CountedWork> s_works = new CountedWork[]
    {
        CountedWork.Step<DigitNet>(128),
        CountedWork.Step<NarrowDigitNet>(128),
        CountedWork.Step<NormalizedDigitNet>(128),
        CountedWork.Step<LeNet>(32),
        CountedWork.Step<VggNet>(2),
        CountedWork.Step<SmallResNet>(4),
        CountedWork.Step<ControllerNet>(1),
        CountedWork.Step<ControllerNet>(128),
        CountedWork.Step<SensorNet>(1),
        CountedWork.Step<SensorNet>(128),
        CountedWork.Prediction<DigitNet>(1),
        CountedWork.Prediction<DigitNet>(64),
        CountedWork.Prediction<ClassifierNet>(1),
        CountedWork.Prediction<LeNet>(1),
        CountedWork.Prediction<LeNet>(64),
        CountedWork.Prediction<VggNet>(1),
        CountedWork.Prediction<SmallResNet>(1),
        CountedWork.Prediction<SmallResNet>(4),
        CountedWork.Prediction<TinyNet>(1),
        CountedWork.Prediction<TinyNet>(8),
        CountedWork.Prediction<PolicyNet>(1),
        CountedWork.Prediction<LayerOf64>(1),
        CountedWork.Prediction<LayerOf16>(1),
    }.ToDictionary(work => work.Name);

    /// <summary>In the order of the listing.</summary>
    public static IEnumerable<CountedWork> All => s_works.Values;

    /// <summary>A work by its name.</summary>
    public static CountedWork Of(string name) => s_works[name];
}
