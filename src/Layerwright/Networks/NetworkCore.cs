using System.ComponentModel;

namespace Layerwright.Runtime;

/// <summary>What every generated network holds: its weights, its state dictionary, its layers' handles and its normaliser.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NetworkCore
{
    private readonly Dictionary<string, NetworkLayer> _layers;

    /// <summary>Lays out a network's parameters and draws them from <paramref name="seed"/>.</summary>
    /// <exception cref="InvalidOperationException">The network was generated for a contract that this library does not fulfil.</exception>
    public NetworkCore(NetworkBlueprint blueprint, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(blueprint);
        RuntimeContract.Require(blueprint.Name, blueprint.ContractVersion, blueprint.PackageVersion);
        Blueprint = blueprint;
        Seed = seed;
        Parameters = new(blueprint, seed);
        State = StateDictionary.Of(Parameters);
        _layers = LayerTree.Build(blueprint, Parameters, State);
    }

    /// <summary>The generated literals.</summary>
    public NetworkBlueprint Blueprint { get; }

    /// <summary>What the weights were drawn from, and dropout draws from.</summary>
    public ulong Seed { get; }

    /// <summary>Weights and running statistics.</summary>
    public ParameterStore Parameters { get; }

    /// <summary>The same by PyTorch's names.</summary>
    public StateDictionary State { get; }

    /// <summary>What training steps and predictors apply to raw inputs, or null.</summary>
    /// <exception cref="ArgumentException">It was fitted on rows of another length, or on images of other channels or another layout.</exception>
    public Normalizer? Normalizer
    {
        get;
        set
        {
            if (value is not null && value.Length != Blueprint.InputLength)
            {
                throw new ArgumentException(
                    $"{Blueprint.Name} takes rows of {Blueprint.InputLength} "
                        + $"numbers; this normaliser was fitted on rows of {value.Length}.", nameof(value));
            }

            if (Blueprint.InputImage is { } image && value?.Misfit(image) is { } fitted)
            {
                throw new ArgumentException($"{Blueprint.Name} takes images of {image}; this normaliser was fitted on {fitted}.", nameof(value));
            }

            field = value;
        }
    }

    /// <summary>
    /// Copies every entry of another network's state that has the name and shape of one here. The normaliser stays. A bias right
    /// before a batch normalisation that only one side has is accounted for exactly: the source's moves into the running mean, one
    /// that the source lacks becomes 0. So a class with frozen layers and one without take each other's state whole.
    /// </summary>
    /// <param name="source">The state to copy from.</param>
    /// <returns>What was copied and what was not.</returns>
    public CopyReport CopyFrom(StateDictionary source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return StateCopy.Run(this, source);
    }

    /// <summary>What a debugger shows of a network: <c>784 in, 10 out, 12 entries of 5,018 numbers, seed 42</c>.</summary>
    public override string ToString() => $"{Blueprint.InputLength} in, {Blueprint.OutputLength} out, {State}, seed {Seed}";

    /// <summary>A seed that no other network has.</summary>
    public static ulong FreshSeed()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        // No secret: the cryptographic source would load a library of megabytes for it.
        Random.Shared.NextBytes(bytes);
        return BitConverter.ToUInt64(bytes);
    }

    /// <summary>The handle of a layer of weights.</summary>
    public WeightLayer Weight(string name) => (WeightLayer)_layers[name];

    /// <summary>The handle of a layer that normalises.</summary>
    public NormLayer Norm(string name) => (NormLayer)_layers[name];

    /// <summary>The handle of a layer of learned slopes.</summary>
    public SlopeLayer Slope(string name) => (SlopeLayer)_layers[name];

    /// <summary>The handle of a block.</summary>
    public BlockLayer Block(string name) => (BlockLayer)_layers[name];
}
