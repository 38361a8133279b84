using System.Text.RegularExpressions;

namespace Layerwright.Tests.MachineCode;

/// <summary>A method's machine code.</summary>
/// <param name="Signature">As the JIT writes it.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Blocks">Its code, first to last.</param>
internal sealed partial record CompiledMethod(string Signature, int Bytes, IReadOnlyList<CodeBlock> Blocks)
{
    /// <summary>Class and method, the class's type arguments and the method's left out: <c>Tile.Run</c>.</summary>
    public string Name => Arguments().Replace(Signature[..Signature.IndexOf('(', StringComparison.Ordinal)], string.Empty)
        .Replace("Layerwright.Kernels.", string.Empty, StringComparison.Ordinal)
        .Replace(':', '.')
        .Replace('+', '.');

    /// <summary>Calls within its innermost loops.</summary>
    public int CallsInLoops => InLoops(block => block.Calls);

    /// <summary>Vectors that its innermost loops keep on the stack.</summary>
    public int SpillsInLoops => InLoops(block => block.Spills);

    private int InLoops(Func<CodeBlock, int> count) =>
        Loops.Innermost(Blocks).SelectMany(loop => loop).Distinct().Sum(block => count(Blocks[block]));

    [GeneratedRegex(@"`\d+|\[(?>[^\[\]]+|\[(?<open>)|\](?<-open>))*(?(open)(?!))\]")]
    private static partial Regex Arguments();
}
