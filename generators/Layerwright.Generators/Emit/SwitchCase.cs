namespace Layerwright.Generators.Emit;

/// <summary>A case of a generated switch.</summary>
/// <param name="Number">What is switched over.</param>
/// <param name="Lines">What is done.</param>
/// <param name="Comment">What stands behind its head; nothing where null.</param>
internal sealed record SwitchCase(int Number, IReadOnlyList<string> Lines, string? Comment = null)
{
    /// <summary>Writes a switch over a variable; nothing where it would have no case.</summary>
    public static void WriteAll(CodeWriter writer, string over, IReadOnlyCollection<SwitchCase> cases)
    {
        if (cases.Count == 0)
        {
            return;
        }

        using (writer.Block($"switch ({over})"))
        {
            foreach (var one in cases)
            {
                one.Write(writer);
            }
        }
    }

    private void Write(CodeWriter writer)
    {
        string head = $"case {Literal.Int(Number)}:";
        writer.Line(Comment is null ? head : writer.Noted(head, Comment));
        using (writer.Indent())
        {
            foreach (string line in Lines)
            {
                writer.Line(line);
            }

            writer.Line("break;");
        }
    }
}
