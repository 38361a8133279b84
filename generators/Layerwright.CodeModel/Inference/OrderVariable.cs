using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Inference;

/// <summary>The order of a vector while it is being found out: free until something says which, then the same for all that are united.</summary>
internal sealed class OrderVariable
{
    private readonly FeatureOrder? _order;
    private readonly IReadOnlyList<OrderPart>? _parts;
    private readonly bool _isGiven;
    private OrderVariable? _same;

    private OrderVariable(FeatureOrder? order, IReadOnlyList<OrderPart>? parts, bool isGiven)
    {
        _order = order;
        _parts = parts;
        _isGiven = isGiven;
    }

    /// <summary>The order that the user gives: the network's own input.</summary>
    public bool IsGiven => Root._isGiven;

    /// <summary>What was found; where nothing was, both orders are one.</summary>
    public FeatureOrder Order => Root switch
    {
        { _order: { } order } => order,
        { _parts: { } parts } => FeatureOrder.Of(parts.SelectMany(part => Segments(part.Part.Order, part.Length))),
        _ => FeatureOrder.Same,
    };

    private OrderVariable Root => _same?.Root ?? this;

    private bool IsFree => _order is null && _parts is null;

    public static OrderVariable Free() => new(null, null, false);

    public static OrderVariable Given() => new(FeatureOrder.Same, null, true);

    public static OrderVariable Fixed(FeatureOrder order) => new(order, null, false);

    /// <summary>Vectors one after the other, each with its own order.</summary>
    public static OrderVariable Joined(IEnumerable<OrderPart> parts) => new(null, parts.ToList(), false);

    /// <summary>Makes both one where at least one is free, in their parts too; two that are not stay what they are.</summary>
    public void Unite(OrderVariable other)
    {
        OrderVariable one = Root, two = other.Root;
        if (one == two)
        {
            return;
        }

        if (one.IsFree)
        {
            one._same = two;
        }
        else if (two.IsFree)
        {
            two._same = one;
        }
        else if (one._parts is { } left && two._parts is { } right && left.Select(part => part.Length).SequenceEqual(right.Select(part => part.Length)))
        {
            for (int i = 0; i < left.Count; i++)
            {
                left[i].Part.Unite(right[i].Part);
            }
        }
    }

    private static EquatableArray<FeatureSegment> Segments(FeatureOrder order, int length) =>
        order.IsSame ? EquatableArray.Of(new FeatureSegment(1, length)) : order.Segments;
}

/// <summary>One of several vectors that lie one after the other.</summary>
internal sealed record OrderPart(OrderVariable Part, int Length);
