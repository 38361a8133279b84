using Layerwright.Testing.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Layerwright.Testing.Analyzers;

/// <summary>Solutions as an IDE holds them, in memory.</summary>
public static class TestWorkspace
{
    private const string Usings = "global using System;\nglobal using Layerwright;\n";

    /// <summary>A solution of projects, each of files <c>File0.cs</c>, <c>File1.cs</c>, ….</summary>
    /// <param name="projects">The files of each project.</param>
    /// <param name="withUsings">Give each project <c>using Layerwright</c>, as the package does.</param>
    /// <param name="withLibrary">False: a project that does not refer to the library.</param>
    public static Solution Create(IEnumerable<IEnumerable<string>> projects, bool withUsings = true, bool withLibrary = true)
    {
        var solution = new AdhocWorkspace().CurrentSolution;
        int number = 0;
        foreach (var files in projects)
        {
            var id = ProjectId.CreateNewId();
            string name = $"Project{number++}";
            solution = solution.AddProject(ProjectInfo.Create(
                id,
                VersionStamp.Default,
                name,
                name,
                LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
                parseOptions: SourceCompilation.ParseOptions,
                metadataReferences: withLibrary ? ReferenceSet.All : ReferenceSet.Framework));
            int file = 0;
            foreach (string text in files)
            {
                string path = $"File{file++}.cs";
                solution = solution.AddDocument(DocumentId.CreateNewId(id), path, text, filePath: $"/{name}/{path}");
            }

            if (withUsings && withLibrary)
            {
                solution = solution.AddDocument(DocumentId.CreateNewId(id), "Usings.cs", Usings, filePath: $"/{name}/Usings.cs");
            }
        }

        return solution;
    }

    /// <summary>One project of these files.</summary>
    public static Solution Create(params string[] files) => Create([files]);

    /// <summary>The same with an .editorconfig for all files of the projects.</summary>
    /// <param name="solution">The solution.</param>
    /// <param name="settings">Its lines; a section for C# files is put around those that begin none.</param>
    public static Solution WithOptions(this Solution solution, string settings)
    {
        string text = settings.StartsWith('[') || settings.StartsWith("is_global", StringComparison.Ordinal) ? settings : $"[*.cs]\n{settings}\n";
        foreach (var project in solution.Projects)
        {
            solution = solution.AddAnalyzerConfigDocument(
                DocumentId.CreateNewId(project.Id), ".editorconfig", Microsoft.CodeAnalysis.Text.SourceText.From(text), filePath: $"/{project.Name}/.editorconfig");
        }

        return solution;
    }

    /// <summary>The document of a file of the first project.</summary>
    public static Document File(this Solution solution, int number = 0) =>
        solution.Projects.First().Documents.Single(document => document.Name == $"File{number}.cs");

    /// <summary>A document's text with <c>\n</c> between its lines.</summary>
    public static async Task<string> TextAsync(this Document document) =>
        (await document.GetTextAsync().ConfigureAwait(false)).ToString().ReplaceLineEndings("\n");
}
