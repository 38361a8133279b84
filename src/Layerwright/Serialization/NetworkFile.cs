using System.ComponentModel;
using System.Globalization;

namespace Layerwright.Runtime;

/// <summary>A network's weights, statistics and normaliser in a safetensors file, under PyTorch's names and layouts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NetworkFile
{
    private const string NetworkName = "network";
    private const string SeedName = "seed";
    private const string NormalizerName = "normalizer";
    private const string NormalizerPrefix = NormalizerName + ".";
    private const string NoNormalizer = "none";

    /// <summary>The metadata by which a file is a trainer's checkpoint too.</summary>
    internal const string CheckpointName = "checkpoint";

    /// <summary>How the names of the tensors begin that only a trainer reads from a checkpoint.</summary>
    internal const string CheckpointPrefix = CheckpointName + ".";

    /// <summary>Writes a network to a file, whole or not at all.</summary>
    public static void Save(string path, NetworkCore network)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(network);
        var tensors = new List<(string, int[], float[])>();
        foreach (StateEntry entry in network.State.Entries)
        {
            tensors.Add((entry.Name, entry.Shape.ToArray(), entry.ToArray()));
        }

        tensors.AddRange(Tensors(network.Normalizer));
        SafeTensorsFile.Write(path, Metadata(network.Blueprint.Name, network.Normalizer, network.Seed), tensors);
    }

    /// <summary>What a file says of a network besides its tensors.</summary>
    internal static KeyValuePair<string, string>[] Metadata(string name, Normalizer? normalizer, ulong seed) =>
    [
        new(NetworkName, name),
        new(NormalizerName, normalizer?.Kind ?? NoNormalizer),
        new(SeedName, seed.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>A normaliser's values as tensors.</summary>
    internal static IEnumerable<(string Name, int[] Shape, float[] Values)> Tensors(Normalizer? normalizer) =>
        (normalizer?.Values ?? []).Select(values => (NormalizerPrefix + values.Key, new[] { values.Value.Length }, values.Value.ToArray()));

    /// <summary>The seed of the network that was saved, so that dropout goes on from it; a fresh one where the file states none.</summary>
    /// <exception cref="InvalidDataException">The file is broken.</exception>
    public static ulong ReadSeed(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return SafeTensorsFile.Read(path, (header, _) =>
            header.Metadata.TryGetValue(SeedName, out string? text)
            && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
                ? seed
                : NetworkCore.FreshSeed());
    }

    /// <summary>
    /// Reads a network from a file that <see cref="Save"/>, PyTorch or a trainer's checkpoints wrote. Everything is checked before anything is copied: on
    /// failure nothing has changed. A file that says nothing of a normaliser leaves the network's as it is. A bias right before a
    /// batch normalisation may be on one side only: the file's moves into the running mean, one the file lacks is 0.
    /// </summary>
    /// <exception cref="InvalidDataException">
    /// The file is broken, or holds another network; the message names file, tensor, expected and found shape.
    /// </exception>
    public static void Load(string path, NetworkCore network)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(network);
        bool hasNormalizer = false;
        Normalizer? normalizer = null;
        float[][] values = SafeTensorsFile.Read(path, (header, read) =>
        {
            bool isCheckpoint = header.Metadata.ContainsKey(CheckpointName);
            float[][] state = FileState.Read(
                header, read, network, tensor => IsOfNormalizer(tensor, network) || (isCheckpoint && IsOfCheckpoint(tensor)));
            hasNormalizer = header.Metadata.TryGetValue(NormalizerName, out string? kind);
            normalizer = ReadNormalizer(header, read, network, kind);
            return state;
        });
        network.Parameters.Replace(values);
        if (hasNormalizer)
        {
            network.Normalizer = normalizer;
        }
    }

    /// <summary>Makes a network from a file.</summary>
    /// <exception cref="InvalidDataException">The file is broken, or holds another network.</exception>
    internal static TNetwork Load<TNetwork>(string path)
        where TNetwork : class, INetwork<TNetwork>
    {
        TNetwork network = TNetwork.Create(ReadSeed(path));
        network.LoadWeights(path);
        return network;
    }

    private static Normalizer? ReadNormalizer(SafeTensorsHeader header, Func<SafeTensor, float[]> read, NetworkCore network, string? kind)
    {
        var values = new Dictionary<string, float[]>(StringComparer.Ordinal);
        foreach (SafeTensor tensor in header.Tensors.Values)
        {
            if (IsOfNormalizer(tensor.Name, network))
            {
                values.Add(tensor.Name[NormalizerPrefix.Length..], read(tensor));
            }
        }

        if (kind is null or NoNormalizer)
        {
            return values.Count == 0
                ? null
                : throw new InvalidDataException(
                    $"tensor '{NormalizerPrefix}{values.Keys.First()}' belongs "
                    + "to a normaliser, whose kind the metadata does not name");
        }

        return Normalizer.Create(kind, network.Blueprint.InputLength, values);
    }

    private static bool IsOfCheckpoint(string tensor) => tensor.StartsWith(CheckpointPrefix, StringComparison.Ordinal);

    /// <summary>A layer may have the normaliser's name: what is in the state is never the normaliser's.</summary>
    private static bool IsOfNormalizer(string tensor, NetworkCore network) =>
        tensor.StartsWith(NormalizerPrefix, StringComparison.Ordinal) && !network.State.ContainsKey(tensor);
}
