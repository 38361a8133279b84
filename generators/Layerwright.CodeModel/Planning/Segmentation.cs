using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Planning;

/// <summary>Cuts a pass at its barriers: a segment holds every row-independent operation between two of them.</summary>
internal static class Segmentation
{
    public static EquatableArray<Segment> Cut(IReadOnlyList<Operation> operations)
    {
        int[] levels = Levels.Of(operations);
        int count = levels.Length == 0 ? 1 : levels.Max() + 1;
        return Enumerable.Range(0, count).Select(level => Segment(operations.Where((_, i) => levels[i] == level))).ToEquatableArray();
    }

    private static Segment Segment(IEnumerable<Operation> operations)
    {
        var array = operations.ToEquatableArray();
        return new Segment(array, array.SelectMany(operation => operation.Barriers).ToEquatableArray());
    }
}
