using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Planning;

/// <summary>
/// The earliest segment of each operation: a barrier stands only where rows meet, so an operation waits only for the barriers
/// whose vectors it (or what it reads) needs.
/// </summary>
internal static class Levels
{
    public static int[] Of(IReadOnlyList<Operation> operations)
    {
        var tensors = new Dictionary<Tensor, int>();
        var vectors = new Dictionary<int, int>();
        var levels = new int[operations.Count];
        for (int i = 0; i < operations.Count; i++)
        {
            var operation = operations[i];
            int level = 0;
            foreach (var read in operation.Reads())
            {
                level = Math.Max(level, tensors.TryGetValue(read, out int from) ? from : 0);
            }

            foreach (var vector in operation.Operands().OfType<StepVectorOperand>())
            {
                level = Math.Max(level, vectors.TryGetValue(vector.Index, out int from) ? from : 0);
            }

            levels[i] = level;
            foreach (var output in operation.Writes())
            {
                tensors[output] = level;
            }

            foreach (int written in operation.Barriers.SelectMany(barrier => barrier.Writes))
            {
                vectors[written] = level + 1;
            }
        }

        return levels;
    }
}
