using Layerwright.Runtime;

namespace Layerwright.Testing.Running;

/// <summary>A generated network whose class the test does not know at compile time.</summary>
public abstract class TestNetwork
{
    /// <summary>Weights and statistics by PyTorch's names.</summary>
    public abstract StateDictionary State { get; }

    /// <summary>The generated literals.</summary>
    public abstract NetworkBlueprint Blueprint { get; }

    /// <summary>A network of a generated class, with weights drawn from <paramref name="seed"/>.</summary>
    public static TestNetwork Create(Type type, ulong seed) =>
        (TestNetwork)Activator.CreateInstance(typeof(TestNetwork<>).MakeGenericType(type), seed)!;

    /// <summary>A training step. Scratch memory is first filled with <paramref name="poison"/>, if given.</summary>
    public abstract TestStep CreateStep(int maxBatchSize, int threads = 1, byte? poison = null);

    /// <summary>A predictor. Scratch memory is first filled with <paramref name="poison"/>, if given.</summary>
    public abstract IPredictor CreatePredictor(int maxBatchSize, byte? poison = null);

    /// <summary>Compares its gradients with differences of its loss.</summary>
    public abstract GradientReport CheckGradients(Dataset data, GradientCheckOptions options);

    /// <summary>Writes weights and statistics to a file.</summary>
    public abstract void Save(string path);

    /// <summary>Reads weights and statistics from a file.</summary>
    public abstract void LoadWeights(string path);

    /// <summary>Copies weights and statistics from a network of the same class.</summary>
    public void CopyFrom(TestNetwork other)
    {
        foreach (var (name, entry) in other.State)
        {
            State[name].CopyFrom(entry.ToArray());
        }
    }

    /// <summary>All weights and statistics, one after the other in the order of their names.</summary>
    public float[] Flatten() => Flatten(State);

    /// <summary>All entries of a dictionary, one after the other in the order of their names.</summary>
    public static float[] Flatten(StateDictionary state) =>
        [.. state.OrderBy(entry => entry.Key, StringComparer.Ordinal).SelectMany(entry => entry.Value.ToArray())];
}

/// <summary>A network of a class that is known.</summary>
public sealed class TestNetwork<TNetwork>(ulong seed) : TestNetwork
    where TNetwork : class, INetwork<TNetwork>
{
    /// <summary>The network itself.</summary>
    public TNetwork Network { get; } = TNetwork.Create(seed);

    /// <inheritdoc/>
    public override StateDictionary State => (StateDictionary)typeof(TNetwork).GetProperty(nameof(State))!.GetValue(Network)!;

    /// <inheritdoc/>
    public override NetworkBlueprint Blueprint => Network.Blueprint;

    /// <inheritdoc/>
    public override TestStep CreateStep(int maxBatchSize, int threads = 1, byte? poison = null) =>
        Poisoned(poison, () => new TestStep<TNetwork>(new TrainingStep<TNetwork>(Network, maxBatchSize, threads)));

    /// <inheritdoc/>
    public override IPredictor CreatePredictor(int maxBatchSize, byte? poison = null) =>
        Poisoned(poison, () => new Predictor<TNetwork>(Network, maxBatchSize));

    /// <inheritdoc/>
    public override GradientReport CheckGradients(Dataset data, GradientCheckOptions options) => GradientCheck.Run(Network, data, options);

    /// <inheritdoc/>
    public override void Save(string path) => typeof(TNetwork).GetMethod(nameof(Save))!.Invoke(Network, [path]);

    /// <inheritdoc/>
    public override void LoadWeights(string path) => typeof(TNetwork).GetMethod(nameof(LoadWeights))!.Invoke(Network, [path]);

    private static T Poisoned<T>(byte? poison, Func<T> create)
    {
        var before = PinnedBuffer.Poison;
        try
        {
            PinnedBuffer.Poison = poison;
            return create();
        }
        finally
        {
            PinnedBuffer.Poison = before;
        }
    }
}
