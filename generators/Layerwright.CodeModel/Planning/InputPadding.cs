using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Planning;

/// <summary>
/// The caller's rows are not padded: products read them as they are, everything else reads whole vectors. Where anything else
/// reads the input, one copy into padded rows is put in front.
/// </summary>
internal static class InputPadding
{
    private const int PaddedId = -1;

    /// <summary>The padded copy of a network's input.</summary>
    public static Tensor PaddedInput(Tensor input) => new(PaddedId, input.Shape, "paddedInput", -1);

    public static bool IsNeeded(IEnumerable<Operation> operations, Tensor output, Tensor input) =>
        output == input || operations.Any(operation => NeedsPadding(operation, input));

    /// <summary>Puts the copy in front of <paramref name="operations"/>.</summary>
    public static IEnumerable<Operation> WithCopy(IEnumerable<Operation> operations, Tensor input) =>
        ReadingCopy(operations, input).Prepend(Operation.Copy(input, PaddedInput(input)));

    /// <summary>Lets the operations that need it read the copy.</summary>
    public static IEnumerable<Operation> ReadingCopy(IEnumerable<Operation> operations, Tensor input) => operations.Select(
        operation => NeedsPadding(operation, input) ? operation.Reading(input, PaddedInput(input)) : operation);

    /// <summary>Lets the weight tasks that need it read the copy, which the forward pass of the same layer needed too.</summary>
    public static IEnumerable<WeightTask> ReadingCopy(IEnumerable<WeightTask> tasks, Tensor input) => tasks.Select(
        task => task.Chunks is { TakesUnpaddedInput: false } ? task.Reading(input, PaddedInput(input)) : task);

    private static bool NeedsPadding(Operation operation, Tensor input) =>
        (operation.Input == input && !operation.TakesUnpaddedInput)
        || operation.Operands().Any(operand => operand is TensorOperand read && read.Tensor == input);
}
