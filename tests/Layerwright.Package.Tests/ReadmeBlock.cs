namespace Layerwright.Package.Tests;

/// <summary>A fenced block of a page.</summary>
/// <param name="Heading">The heading it stands under.</param>
/// <param name="Language">What stands behind the fence; empty for a shell's.</param>
/// <param name="Code">Its text.</param>
internal sealed record ReadmeBlock(string Heading, string Language, string Code)
{
    private const string Types = "\n[Network]";

    /// <summary>The first of its classes, which stand behind the statements.</summary>
    private int TypesStart => ("\n" + Code).IndexOf(Types, StringComparison.Ordinal) is >= 0 and int at ? at : Code.Length;

    /// <summary>The block as a file of its own: its statements in a method that nothing but the readme's names surround.</summary>
    /// <param name="name">The class with the method.</param>
    public string ToFile(string name) => $$"""
        using Layerwright;
        using static Surroundings;

        internal static class {{name}}
        {
            public static void Run()
            {
        {{Code[..TypesStart].Replace("using Layerwright;\n", "", StringComparison.Ordinal)}}
            }
        }

        {{Code[TypesStart..]}}
        """;
}
