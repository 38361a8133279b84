using System.Diagnostics;
using Layerwright.Analyzers;
using Layerwright.Generators;
using Layerwright.Testing.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Layerwright.Benchmarks;

/// <summary>What an editor that runs for a while waits for after a character is typed.</summary>
internal static class KeystrokeRows
{
    /// <summary>What an edit elsewhere may cost for each network.</summary>
    private const double MostOfUnrelated = 0.25e-3;

    /// <summary>What a network's own plan and text may cost.</summary>
    private const double MostOfPlan = 2e-3;

    /// <summary>Until the runtime has optimised what an editor runs again and again.</summary>
    private static readonly TimeSpan s_duration = TimeSpan.FromSeconds(8);

    public static void Measure(SpeedTable table, int networks)
    {
        string among = networks == 1 ? "1 network" : $"{networks} networks";
        string unrelated = $"generator, {among}, edit in an unrelated file", body = $"generator, {among}, edit in a network's method";
        string compiler = $"a generator that only names networks (the compiler's own part), {among}, edit in an unrelated file", beside = $"generator over that one, {among}, edit in an unrelated file";
        string plan = $"generator, plan and text of a network of {EditedProject.Layers} layers", analyzers = $"analyzers, {among}, edit in a network's method, its file";
        if (!((string[])[unrelated, compiler, beside, body, plan, analyzers]).Any(table.Wants))
        {
            return;
        }

        EditedProject project = new(networks);
        GeneratorDriver driver = Driver(project, new NetworkGenerator()).RunGenerators(project.Compilation);
        GeneratorDriver names = Driver(project, new NetworkNames()).RunGenerators(project.Compilation);
        if (table.Wants(unrelated) || table.Wants(compiler) || table.Wants(beside))
        {
            double[] least = Least(
                () => Seconds(project.WithUnrelatedEdit(), edited => driver.RunGenerators(edited)),
                () => Seconds(project.WithUnrelatedEdit(), edited => names.RunGenerators(edited)));
            AddWanted(new SpeedRow(unrelated, least[0]) { Most = MostOfUnrelated * networks });
            AddWanted(new SpeedRow(compiler, least[1]));
            AddWanted(new SpeedRow(beside, least[0] / least[1]) { Quantity = Quantity.Ratio });
        }

        Add(body, MostOfUnrelated * networks, () => Seconds(project.WithEditedBody(), edited => driver.RunGenerators(edited)));
        Add(analyzers, null, () => Seconds(project.WithEditedBody(), Analyze));
        if (networks == 1)
        {
            Add(plan, MostOfPlan, () => PlanSeconds(project));
        }

        void AddWanted(SpeedRow row)
        {
            if (table.Wants(row.Work))
            {
                table.Add(row);
            }
        }

        void Add(string work, double? most, Func<double> measure)
        {
            if (table.Wants(work))
            {
                table.Add(new SpeedRow(work, Least(measure)[0]) { Most = most });
            }
        }
    }

    private static double[] Least(params Func<double>[] measures)
    {
        double[] least = [.. measures.Select(_ => double.PositiveInfinity)];
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < s_duration;)
        {
            for (int i = 0; i < measures.Length; i++)
            {
                least[i] = Math.Min(least[i], measures[i]());
            }
        }

        return least;
    }

    private static double Seconds(CSharpCompilation edited, Action<CSharpCompilation> work)
    {
        long start = Stopwatch.GetTimestamp();
        work(edited);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>The step of the pipeline alone that plans and writes, in a driver that has nothing in its cache.</summary>
    private static double PlanSeconds(EditedProject project) => Driver(project, new NetworkGenerator(), isTracked: true).RunGenerators(project.Compilation)
        .GetRunResult().Results.Single().TrackedSteps[TrackingNames.Source].Sum(step => step.ElapsedTime.TotalSeconds);

    private static void Analyze(CSharpCompilation edited)
    {
        var analyzers = edited.WithAnalyzers([new NetworkAnalyzer(), new TrainingAnalyzer()]);
        analyzers.GetAnalyzerSemanticDiagnosticsAsync(edited.GetSemanticModel(EditedProject.OwnFile(edited)), filterSpan: null, CancellationToken.None)
            .GetAwaiter().GetResult();
    }

    private static CSharpGeneratorDriver Driver(EditedProject project, IIncrementalGenerator generator, bool isTracked = false) => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()],
        parseOptions: project.Parsing,
        optionsProvider: new ProjectSettings(),
        driverOptions: new GeneratorDriverOptions(default, isTracked));
}
