namespace Layerwright.Benchmarks;

/// <summary>The compiler's plug-ins: per keystroke, in a compiler just started, and what they add to whole builds of the samples.</summary>
internal sealed class CompilerSuite : ISuite
{
    private const int Builds = 3;

    /// <summary>A whole build with us over one of the same program without.</summary>
    private const double MostOfBuild = 1.15;

    private static readonly int[] s_networks = [1, 20, 200];

    /// <inheritdoc/>
    public string Name => "compiler";

    /// <inheritdoc/>
    public void Measure(SpeedTable table)
    {
        foreach (int networks in s_networks)
        {
            KeystrokeRows.Measure(table, networks);
        }

        using PackageUsers users = new();
        foreach (int networks in s_networks)
        {
            MeasurePlugIns(table, users, networks);
        }

        foreach (var sample in users.AddSamples())
        {
            MeasureBuild(table, sample);
        }
    }

    private static void MeasurePlugIns(SpeedTable table, PackageUsers users, int networks)
    {
        string work = $"build of {networks} {(networks == 1 ? "network" : "networks")}, new compiler";
        if (table.Wants(work))
        {
            var project = users.AddNetworks(networks);
            project.Prepare();
            var builds = Enumerable.Range(0, Builds).Select(_ => project.PlugIns(isNew: true)).ToList();
            table.Add(new SpeedRow($"generator, {work}", builds.Min(build => build.Generator)));
            table.Add(new SpeedRow($"analyzers, {work}", builds.Min(build => build.Analyzers)));
        }
    }

    // In turns, so that a busy machine disturbs both alike.
    private static void MeasureBuild(SpeedTable table, UserProject sample)
    {
        string work = $"build of sample {sample.Name}, new compiler, with us over without";
        if (table.Wants(work))
        {
            sample.Prepare();
            double with = double.PositiveInfinity, without = double.PositiveInfinity;
            for (int i = 0; i < Builds; i++)
            {
                without = Math.Min(without, sample.SecondsWithoutUs());
                with = Math.Min(with, sample.BuildSeconds());
            }

            table.Add(new SpeedRow(work, with / without) { Quantity = Quantity.Ratio, Most = MostOfBuild });
        }
    }
}
