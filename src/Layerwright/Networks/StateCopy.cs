using Layerwright.Runtime;

namespace Layerwright;

/// <summary>Copies state from one network to another, by name.</summary>
internal static class StateCopy
{
    /// <summary>Copies what matches; the network's own values stay elsewhere.</summary>
    public static CopyReport Run(NetworkCore network, StateDictionary source)
    {
        List<CopiedEntry> copied = [], mismatched = [], missing = [], unused = [];
        Dictionary<string, (string Weight, string RunningMean)> absent = MovableBiases.Absent(network.Blueprint);
        foreach (StateEntry entry in network.State.Entries)
        {
            bool isThere = source.TryGetValue(entry.Name, out StateEntry? from);
            bool matches = isThere && entry.Shape.SequenceEqual(from!.Shape);
            bool isZero = !isThere && absent.TryGetValue(entry.Name, out (string Weight, string RunningMean) needed)
                && Matches(network, source, needed.Weight) && Matches(network, source, needed.RunningMean);
            if (matches || isZero)
            {
                entry.CopyFrom(isZero ? new float[entry.Length] : from!.ToArray());
            }

            (matches || isZero ? copied : isThere ? mismatched : missing).Add(new(entry.Name, entry, from) { IsSetToZero = isZero });
        }

        Dictionary<string, string> movable = MovableBiases.Of(network.Blueprint);
        foreach (StateEntry from in source.Entries)
        {
            if (!network.State.ContainsKey(from.Name))
            {
                string? mean = movable.GetValueOrDefault(from.Name);
                bool moves = mean is not null && copied.Exists(entry => entry.Name == mean) && TryMove(from, network.State[mean]);
                (moves ? copied : unused).Add(new(from.Name, null, from, moves ? mean : null));
            }
        }

        return new(copied, mismatched, missing, unused);
    }

    private static bool Matches(NetworkCore network, StateDictionary source, string name) =>
        source.TryGetValue(name, out StateEntry? from) && network.State[name].Shape.SequenceEqual(from.Shape);

    private static bool TryMove(StateEntry bias, StateEntry runningMean)
    {
        if (!bias.Shape.SequenceEqual(runningMean.Shape))
        {
            return false;
        }

        float[] mean = runningMean.ToArray();
        MovableBiases.Move(bias.ToArray(), mean);
        runningMean.CopyFrom(mean);
        return true;
    }
}
