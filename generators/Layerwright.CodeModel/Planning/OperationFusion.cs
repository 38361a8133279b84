using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Planning;

/// <summary>
/// Moves elementwise maths into the epilogue of the pass before it, where nothing else reads what lies between and both belong to
/// one segment. In backward that puts activation derivatives and dropout masks into the input gradients' products.
/// </summary>
internal static class OperationFusion
{
    /// <param name="operations">In order.</param>
    /// <param name="isPrivate">True for a tensor that only one operation reads and nobody keeps.</param>
    public static IReadOnlyList<Operation> Run(IReadOnlyList<Operation> operations, Func<Tensor, bool> isPrivate)
    {
        int[] levels = Levels.Of(operations);
        var fused = new List<(Operation Operation, int Level)>();
        for (int i = 0; i < operations.Count; i++)
        {
            var operation = operations[i];
            int producer = operation.IsElementwise && isPrivate(operation.Input)
                ? fused.FindLastIndex(entry => entry.Operation.Output == operation.Input)
                : -1;
            if (producer >= 0 && fused[producer].Operation.TakesEpilogue && fused[producer].Level == levels[i])
            {
                operation = Join(fused[producer].Operation, operation);
                fused.RemoveAt(producer);
            }

            fused.Add((operation, levels[i]));
        }

        return fused.ConvertAll(entry => entry.Operation);
    }

    private static Operation Join(Operation producer, Operation elementwise) => producer with
    {
        Output = elementwise.Output,
        Epilogue = producer.Epilogue.Concat(elementwise.Epilogue).ToEquatableArray(),
        Boundaries = producer.Boundaries
            .Concat(elementwise.Boundaries.Select(boundary => boundary with { Links = boundary.Links + producer.Epilogue.Count }))
            .ToEquatableArray(),
    };
}
