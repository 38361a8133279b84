using Layerwright.CodeModel.Common;

namespace Layerwright.Generators.Emit;

/// <summary>Writes documented members, leaving out those whose name the user took (LW0012 says so).</summary>
internal sealed class MemberWriter(CodeWriter writer, EquatableArray<string> userMembers)
{
    private bool _isFirst = true;

    public void Write(string name, string summary, string code)
    {
        if (userMembers.Contains(name))
        {
            return;
        }

        if (!_isFirst)
        {
            writer.Line();
        }

        _isFirst = false;
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line(FileShell.GeneratedCode);
        writer.Line(code);
    }
}
