using System.Collections.Immutable;
using Layerwright.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Layerwright.Testing.Compiling;

/// <summary>The generator's work on one compilation.</summary>
/// <param name="Driver">The driver after the run; run it again on an edited compilation to see what is cached.</param>
/// <param name="Input">What the generator saw.</param>
/// <param name="Output">The same with the generated files.</param>
/// <param name="Diagnostics">What the driver reported (CS8785 where the generator threw).</param>
public sealed record GeneratorRun(GeneratorDriver Driver, CSharpCompilation Input, CSharpCompilation Output, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>What the generator wrote and how each step came to its values.</summary>
    public GeneratorRunResult Result => Driver.GetRunResult().Results.Single();

    /// <summary>The generated files by hint name.</summary>
    public IReadOnlyDictionary<string, string> Sources =>
        Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>The text of the only generated file.</summary>
    public string Source => Result.GeneratedSources.Single().SourceText.ToString();

    /// <summary>Runs the generator on a project of these files.</summary>
    public static GeneratorRun Of(params string[] sources) => Of(SourceCompilation.Create(sources));

    /// <summary>Runs the generator.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="fuse">False switches the planner's fusion off.</param>
    /// <param name="settings">What the project sets; nothing where null.</param>
    public static GeneratorRun Of(CSharpCompilation compilation, bool fuse = true, ProjectSettings? settings = null)
    {
        var generator = new NetworkGenerator(fuse).AsSourceGenerator();
        var driver = CSharpGeneratorDriver.Create(
            [generator],
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
            optionsProvider: settings ?? new ProjectSettings(),
            driverOptions: new GeneratorDriverOptions(default, trackIncrementalGeneratorSteps: true));
        return Continue(driver, compilation);
    }

    /// <summary>Runs the same driver on an edited compilation.</summary>
    public GeneratorRun Again(CSharpCompilation compilation) => Continue(Driver, compilation);

    /// <summary>Runs the same driver on a compilation that is equal but new.</summary>
    public GeneratorRun Again() => Again(Input.Clone());

    /// <summary>Runs the same driver on the same project with other settings.</summary>
    public GeneratorRun Again(ProjectSettings settings) => Continue(Driver.WithUpdatedAnalyzerConfigOptions(settings), Input.Clone());

    /// <summary>The reasons of every step with this tracking name, in order.</summary>
    public ImmutableArray<IncrementalStepRunReason> Reasons(string trackingName) =>
        Result.TrackedSteps.TryGetValue(trackingName, out var steps) ? ReasonsOf(steps) : [];

    /// <summary>The reasons of every step that yields generated files.</summary>
    public ImmutableArray<IncrementalStepRunReason> OutputReasons =>
        [.. Result.TrackedOutputSteps.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => ReasonsOf(pair.Value))];

    private static GeneratorRun Continue(GeneratorDriver driver, CSharpCompilation compilation)
    {
        var next = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        return new GeneratorRun(next, compilation, (CSharpCompilation)output, diagnostics);
    }

    private static ImmutableArray<IncrementalStepRunReason> ReasonsOf(ImmutableArray<IncrementalGeneratorRunStep> steps) =>
        [.. steps.SelectMany(step => step.Outputs).Select(output => output.Reason)];
}
