using Layerwright.Runtime;

namespace Layerwright;

/// <summary>A checkpoint, read and checked whole before anything is made of it.</summary>
/// <param name="State">Where the fit was.</param>
/// <param name="Tensors">What it kept for each weight.</param>
internal sealed record Checkpoint(FitState State, CheckpointTensors Tensors)
{
    /// <summary>Reads a checkpoint and makes its network.</summary>
    /// <exception cref="InvalidDataException">The file is broken, no checkpoint, or another network's.</exception>
    /// <exception cref="IOException">It cannot be read, or was replaced meanwhile.</exception>
    public static (Checkpoint Checkpoint, TNetwork Network) Read<TNetwork>(string path)
        where TNetwork : class, INetwork<TNetwork>
    {
        string text = SafeTensorsFile.Read(path, (header, _) => Text(header));
        TNetwork network = TNetwork.Create(NetworkFile.ReadSeed(path));
        Checkpoint checkpoint = SafeTensorsFile.Read(path, (header, read) =>
        {
            FitState state = FitStateText.Read(Text(header));
            return state.Network == network.Blueprint.Name
                ? new Checkpoint(state, CheckpointWriter.Read(state, StateDictionary.Of(network.Parameters), header, read))
                : throw new InvalidDataException($"expected a checkpoint of {network.Blueprint.Name}, found one of {state.Network}");
        });
        network.LoadWeights(path);
        return SafeTensorsFile.Read(path, (header, _) => Text(header)) == text
            ? (checkpoint, network)
            : throw new IOException($"'{path}' was replaced while it was read: another process trains on.");
    }

    private static string Text(SafeTensorsHeader header) => header.Metadata.TryGetValue(NetworkFile.CheckpointName, out string? text)
        ? text
        : throw new InvalidDataException($"expected a checkpoint, whose metadata has '{NetworkFile.CheckpointName}'; "
            + "found weights without a fit's state: load them with the network's Load, and train anew");
}
