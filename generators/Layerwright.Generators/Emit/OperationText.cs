using Layerwright.CodeModel.Operations;

namespace Layerwright.Generators.Emit;

/// <summary>Operations as kernel calls, their elementwise links composed of library structs.</summary>
internal static class OperationText
{
    private const int LongestChain = 6, LongestLine = 110;

    /// <summary>What a kernel takes as its rows: those of the block, or their lines.</summary>
    public static string Rows(int linesPerRow) => linesPerRow > 1 ? $"block.Rows * {Literal.Int(linesPerRow)}" : "block.Rows";

    /// <summary>The call of an operation.</summary>
    public static string Call(Operation operation, OperandWriter operands)
    {
        string? observer = operation.Observers.Count == 0 ? null : Both(operation.Observers.Select(link => New(link, operands)).ToList());
        return operation.IsObserving
            ? Call($"LwKernels::{operation.Kernel}", [Rows(operation.LinesPerRow), observer!]) + ";"
            : Call(operation, Links(operation, operation.Epilogue.Count), operation.Output is { } output ? operands.Tensor(output) : null, observer, operands);
    }

    /// <summary>The call with only the first <paramref name="links"/> links, into another tensor: what a probe sees of a fused layer.</summary>
    public static string PartialCall(Operation operation, int links, string output, OperandWriter operands) =>
        Call(operation, Links(operation, links), output, null, operands);

    private static string Call(Operation operation, IReadOnlyList<Link> epilogue, string? output, string? observer, OperandWriter operands)
    {
        var arguments = new List<string> { Rows(operation.LinesPerRow), operands.Tensor(operation.Input) };
        arguments.AddRange(operation.Arguments.Select(argument => argument.Write(operands)));
        if (output is not null)
        {
            arguments.Add(output);
        }

        string method = operation.Kernel.Contains('.') ? operation.Kernel : operation.Kernel + ".Run";
        if (!operation.TakesEpilogue)
        {
            return Call($"LwKernels::{method}", arguments) + ";";
        }

        List<string> maths = [Chain(epilogue.Select(link => New(link, operands)).ToList()), .. observer is null ? Array.Empty<string>() : [observer]];
        return CallWith($"LwKernels::{method}", arguments, maths) + ";";
    }

    // What is done to the results stands behind the operands or, where that is too long, below them.
    private static string CallWith(string what, List<string> arguments, List<string> maths)
    {
        string head = $"{what}({string.Join(", ", arguments)}", hanging = $"{head}, {maths[0]})";
        if (maths.Count == 1 && hanging.Split('\n')[0].Length <= LongestLine)
        {
            return hanging;
        }

        return head.Length < LongestLine
            ? $"{head},\n{string.Join(",\n", maths.Select(Indented))})"
            : Call(what, [.. arguments, .. maths]);
    }

    // The first links; where others, or later links, read what one holds, the chain stores it on its way.
    private static List<Link> Links(Operation operation, int count)
    {
        var links = operation.Epilogue.Take(count).ToList();
        foreach (var kept in operation.Kept.Where(kept => kept.Links < count).OrderByDescending(kept => kept.Links))
        {
            links.Insert(kept.Links, Link.Of("Keep", new TensorOperand(kept.Tensor)));
        }

        return links;
    }

    /// <summary>A call, one argument a line where it would be too long to read.</summary>
    public static string Call(string what, IReadOnlyList<string> arguments)
    {
        string line = $"{what}({string.Join(", ", arguments)})";
        return line.Length <= LongestLine ? line : $"{what}(\n{string.Join(",\n", arguments.Select(Indented))})";
    }

    private static string New(Link link, OperandWriter operands) =>
        Call($"new LwKernels::{link.Name}", operands.List(link.Operands));

    private static string Chain(List<string> links) => links.Count switch
    {
        0 => "new LwKernels::None()",
        1 => links[0],
        <= LongestChain => Lines(links),
        _ => Lines([.. links.Take(LongestChain - 1), Chain(links.Skip(LongestChain - 1).ToList())]),
    };

    private static string Both(List<string> observers) => observers.Count == 1
        ? observers[0]
        : Call("LwKernels::Observer.Both", [observers[0], Both([.. observers.Skip(1)])]);

    // One link a line: what happens to a value in registers reads from top to bottom.
    private static string Lines(IEnumerable<string> links) =>
        $"LwKernels::Epilogue.Chain(\n{string.Join(",\n", links.Select(Indented))})";

    private static string Indented(string text) => "    " + text.Replace("\n", "\n    ");
}
