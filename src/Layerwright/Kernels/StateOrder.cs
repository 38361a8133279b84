namespace Layerwright.Kernels;

/// <summary>
/// Where the rows and columns of a parameter stand in the state dictionary. Inside, features are [positions][channels], piece
/// after piece; in the state they are [channels][positions], with the pieces of a unit side by side.
/// </summary>
internal sealed class StateOrder
{
    private readonly int[]? _outputs;
    private readonly int[]? _inputs;

    private StateOrder(int[]? outputs, int[]? inputs)
    {
        _outputs = outputs;
        _inputs = inputs;
    }

    /// <summary>The same order inside and out.</summary>
    public static StateOrder Same { get; } = new(null, null);

    /// <summary>The order of one parameter; its dimensions without segments lie here as there.</summary>
    /// <param name="outputs">Its outputs, or the vector's length, all pieces together.</param>
    /// <param name="outputSegments">How the outputs of one piece lie.</param>
    /// <param name="inputSegments">How the inputs lie.</param>
    /// <param name="pieces">Pieces of each unit.</param>
    public static StateOrder Of(
        int outputs,
        (int Positions, int Channels)[] outputSegments,
        (int Positions, int Channels)[] inputSegments,
        int pieces = 1)
    {
        int[]? places = Features(outputSegments);
        return pieces > 1 ? new(Interleaved(places, outputs / pieces, pieces), Features(inputSegments))
            : places is null && inputSegments.Length == 0 ? Same
            : new(places, Features(inputSegments));
    }

    /// <summary>The state's row of an output inside, or a vector's element.</summary>
    public int Output(int inside) => _outputs is null ? inside : _outputs[inside];

    /// <summary>The state's column of an input inside.</summary>
    public int Input(int inside) => _inputs is null ? inside : _inputs[inside];

    // For each feature inside, segment after segment, its place in the state; null where it is the same.
    private static int[]? Features((int Positions, int Channels)[] segments)
    {
        if (segments.Length == 0)
        {
            return null;
        }

        var places = new List<int>();
        foreach ((int positions, int channels) in segments)
        {
            int first = places.Count;
            for (int i = 0; i < positions * channels; i++)
            {
                places.Add(first + (i % channels * positions) + (i / channels));
            }
        }

        return [.. places];
    }

    private static int[] Interleaved(int[]? places, int units, int pieces)
    {
        int[] result = new int[units * pieces];
        for (int i = 0; i < result.Length; i++)
        {
            int unit = i % units;
            result[i] = ((places is null ? unit : places[unit]) * pieces) + (i / units);
        }

        return result;
    }
}
