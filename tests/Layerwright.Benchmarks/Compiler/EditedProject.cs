using Layerwright.Testing.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Layerwright.Benchmarks;

/// <summary>A project of networks of 20 layers and a file without any, as an editor holds it, and what it is after a keystroke.</summary>
internal sealed class EditedProject
{
    public const int Layers = 20;

    private const string Unrelated = "Unrelated.cs", Own = "Net0.cs";

    private int _keystrokes;

    public EditedProject(int networks)
    {
        Compilation = SourceCompilation.Create(Enumerable.Range(0, networks)
            .Select(i => ($"Net{i}.cs", NetworkText.Of(i, Layers)))
            .Select(file => file.Item1 == Own ? (Own, WithMethod(0)) : file)
            .Append((Unrelated, "class Unrelated;")));
    }

    /// <summary>The project before the keystroke.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>The options of each file.</summary>
    public CSharpParseOptions Parsing => (CSharpParseOptions)Compilation.SyntaxTrees[0].Options;

    /// <summary>A character typed where no network is; a text that nobody has seen before.</summary>
    public CSharpCompilation WithUnrelatedEdit() => WithFile(Unrelated, $"class Unrelated {{ int Method() => {++_keystrokes}; }}");

    /// <summary>A character typed in a method of the first network's own.</summary>
    public CSharpCompilation WithEditedBody() => WithFile(Own, WithMethod(++_keystrokes));

    /// <summary>The file with the first network.</summary>
    public static SyntaxTree OwnFile(CSharpCompilation compilation) => compilation.SyntaxTrees.Single(tree => tree.FilePath == Own);

    private static string WithMethod(int result) =>
        NetworkText.Of(0, Layers).Replace("class Net0;", $"class Net0 {{ int Method() => {result}; }}", StringComparison.Ordinal);

    // Parsed here, as the editor has before it asks anything of us.
    private CSharpCompilation WithFile(string path, string text)
    {
        CSharpCompilation edited = Compilation.WithFile(path, text);
        edited.SyntaxTrees.Single(tree => tree.FilePath == path).GetRoot();
        return edited;
    }
}
