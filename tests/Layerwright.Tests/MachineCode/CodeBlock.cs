namespace Layerwright.Tests.MachineCode;

/// <summary>Instructions that run one after the other.</summary>
/// <param name="Instructions">As the JIT prints them.</param>
internal sealed record CodeBlock(List<string> Instructions)
{
    /// <summary>Blocks that may follow.</summary>
    public List<int> Next { get; } = [];

    /// <summary>Calls of other methods.</summary>
    public int Calls => Instructions.Count(instruction => instruction.StartsWith("call ", StringComparison.Ordinal));

    /// <summary>Vectors that go to the stack or come from it.</summary>
    public int Spills => Instructions.Count(instruction =>
        instruction.Contains("mmword ptr [rbp", StringComparison.Ordinal) || instruction.Contains("mmword ptr [rsp", StringComparison.Ordinal));
}
