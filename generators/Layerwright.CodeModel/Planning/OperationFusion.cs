using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Planning;

/// <summary>
/// Moves elementwise maths into the epilogue of the pass before it, and sums over a tensor to the pass that stores it, where both
/// belong to one segment. In backward that puts activation derivatives and dropout masks into the input gradients' products. What
/// others read too is kept on the way: it is stored as before, but not read again.
/// </summary>
internal sealed class OperationFusion
{
    private readonly List<Placed> _fused = [];
    private readonly Func<Tensor, bool> _isPrivate;

    private OperationFusion(Func<Tensor, bool> isPrivate) => _isPrivate = isPrivate;

    /// <param name="operations">In order.</param>
    /// <param name="isPrivate">True for a tensor that only one operation reads and nobody keeps.</param>
    public static IReadOnlyList<Operation> Run(IReadOnlyList<Operation> operations, Func<Tensor, bool> isPrivate)
    {
        var fusion = new OperationFusion(isPrivate);
        int[] levels = Levels.Of(operations);
        for (int i = 0; i < operations.Count; i++)
        {
            fusion.Add(operations[i], levels[i]);
        }

        return fusion._fused.ConvertAll(entry => entry.Operation);
    }

    private void Add(Operation operation, int level)
    {
        bool isJoined = operation.IsObserving
            ? TryObserve(operation, level)
            : operation.IsElementwise && Readings(operation).OrderByDescending(reading => _isPrivate(reading.Input)).Any(reading => TryJoin(reading, level));
        if (!isJoined)
        {
            _fused.Add(new(operation, level));
        }
    }

    private bool TryObserve(Operation observing, int level)
    {
        int producer = FindProducer(level, operation => operation.TakesObservers && operation.Writes().Contains(observing.Input));
        if (producer < 0 || !CanRunAt(producer, observing))
        {
            return false;
        }

        var operation = _fused[producer].Operation;
        _fused[producer] = new(operation with
        {
            Observers = operation.Observers.Concat(observing.Observers).ToEquatableArray(),
            Barriers = operation.Barriers.Concat(observing.Barriers).ToEquatableArray(),
        }, level);
        return true;
    }

    private bool TryJoin(Operation elementwise, int level)
    {
        int producer = FindProducer(level, operation => operation.Output == elementwise.Input);
        if (producer < 0)
        {
            return false;
        }

        // Behind what the elementwise pass reads; before what reads the producer.
        var written = _fused[producer].Operation.Writes().ToList();
        bool isReadBetween = _fused.Skip(producer + 1).Any(entry => entry.Operation.Reads().Any(written.Contains));
        if (isReadBetween && !CanRunAt(producer, elementwise))
        {
            return false;
        }

        var joined = new Placed(Join(_fused[producer].Operation, elementwise), level);
        _fused.RemoveAt(producer);
        _fused.Insert(isReadBetween ? producer : _fused.Count, joined);
        return true;
    }

    private int FindProducer(int level, Func<Operation, bool> writes) =>
        _fused.FindLastIndex(entry => entry.Level == level && entry.Operation.TakesEpilogue && writes(entry.Operation));

    // Nothing that comes later computes what it reads.
    private bool CanRunAt(int position, Operation operation)
    {
        var computedLater = _fused.Skip(position + 1).SelectMany(entry => entry.Operation.Writes());
        return !operation.Reads().Intersect(computedLater).Any();
    }

    private Operation Join(Operation producer, Operation elementwise) => producer with
    {
        Output = elementwise.Output,
        Epilogue = producer.Epilogue.Concat(elementwise.Epilogue).ToEquatableArray(),
        Kept = _isPrivate(elementwise.Input)
            ? producer.Kept
            : producer.Kept.Append(new KeptTensor(producer.Epilogue.Count, elementwise.Input)).ToEquatableArray(),
        Boundaries = producer.Boundaries
            .Concat(elementwise.Boundaries.Select(boundary => boundary with { Links = boundary.Links + producer.Epilogue.Count }))
            .ToEquatableArray(),
    };

    // A sum can be taken in the pass of either addend; best where that addend then need not be stored.
    private static IEnumerable<Operation> Readings(Operation operation)
    {
        yield return operation;
        if (operation.Epilogue[0].Addend is { } addend && addend != operation.Input)
        {
            yield return operation with
            {
                Input = addend,
                Epilogue = operation.Epilogue.Skip(1).Prepend(Link.Sum(operation.Input)).ToEquatableArray(),
            };
        }
    }

    private sealed record Placed(Operation Operation, int Level);
}
