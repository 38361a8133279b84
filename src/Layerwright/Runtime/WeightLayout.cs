using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>
/// Places of a network's parameters, or of a predictor's own weights, in one flat array: matrices in panels, vectors padded
/// to whole registers, each beginning on a cache line. Gradients and moments share the parameters' layout, so that updates
/// are flat passes.
/// </summary>
internal sealed class WeightLayout
{
    private const int CacheLine = 16;

    private WeightLayout(WeightPlace[] places, int length, int trainableLength, int liveLength)
    {
        Places = places;
        Length = length;
        TrainableLength = trainableLength;
        LiveLength = liveLength;
    }

    /// <summary>Places, by parameter or snapshot entry.</summary>
    public WeightPlace[] Places { get; }

    /// <summary>Elements in all.</summary>
    public int Length { get; }

    /// <summary>Elements of what is trained, which comes first; running statistics follow.</summary>
    public int TrainableLength { get; }

    /// <summary>Elements that training changes: those and the running statistics. What is frozen follows.</summary>
    public int LiveLength { get; }

    /// <summary>Trainable parameters first, then running statistics, then what is frozen, each in the order of the state dictionary.</summary>
    public static WeightLayout Of(ReadOnlySpan<ParameterInfo> parameters)
    {
        var places = new WeightPlace[parameters.Length];
        int trainable = Place(parameters, places, 0, static info => info.IsTrainable);
        int live = Place(parameters, places, trainable, static info => info.IsLiveStatistic);
        int length = Place(parameters, places, live, static info => info.IsFrozen);
        return new(places, length, trainable, live);
    }

    /// <summary>A predictor's own weights, in order.</summary>
    public static WeightLayout Of(ReadOnlySpan<SnapshotInfo> snapshot)
    {
        var places = new WeightPlace[snapshot.Length];
        int end = 0;
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = PlaceAt(ref end, snapshot[i].Outputs, snapshot[i].Inputs, snapshot[i].Groups);
        }

        return new(places, end, 0, 0);
    }

    /// <summary>A step's copies of weights in other forms, group by group as the weights.</summary>
    public static WeightLayout OfCopies(NetworkBlueprint blueprint)
    {
        var places = new WeightPlace[blueprint.Copies.Length];
        int end = 0;
        for (int i = 0; i < places.Length; i++)
        {
            CopyInfo copy = blueprint.Copies[i];
            ParameterInfo weight = blueprint.Parameters[copy.Parameter];
            places[i] = PlaceAt(ref end, copy.OutputsOf(weight), copy.InputsOf(weight), copy.Groups);
        }

        return new(places, end, 0, 0);
    }

    private static int Place(ReadOnlySpan<ParameterInfo> parameters, WeightPlace[] places, int end, Func<ParameterInfo, bool> belongs)
    {
        for (int i = 0; i < places.Length; i++)
        {
            ParameterInfo info = parameters[i];
            if (belongs(info))
            {
                places[i] = PlaceAt(
                    ref end,
                    info.Outputs,
                    info.Kind == ParameterKind.Matrix ? info.Inputs : 0,
                    info.Groups,
                    StateOrder.Of(info.Outputs, info.OutputOrder, info.InputOrder, info.Pieces));
            }
        }

        return end;
    }

    private static WeightPlace PlaceAt(ref int end, int outputs, int inputs, int groups = 1, StateOrder? order = null)
    {
        int length = inputs > 0
            ? checked((int)(groups * PanelLayout.PackedLength(inputs, outputs / groups)))
            : PanelLayout.RoundUp(outputs);
        var place = new WeightPlace(end, length, outputs, inputs, groups, order ?? StateOrder.Same);
        end = checked((end + length + CacheLine - 1) & ~(CacheLine - 1));
        return place;
    }
}
