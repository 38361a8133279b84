using Layerwright.Tests.Insight.Reporting;

namespace Layerwright.Browser.Tests;

/// <summary>Everything that a page may break on: long names, many layers, values out of all proportion, gaps, markup in texts.</summary>
internal static class HostileReport
{
    public static ReportContent Content()
    {
        TrainingRecord record = MadeReports.Record(ImageNet.Summary);
        LayerRecord[] layers = [.. Enumerable.Range(0, 40).Select(i => record.Layers[i % record.Layers.Count] with
        {
            Name = $"Residual{i + 1}.Branch.ConvolutionOfUnusualLength{i + 1}",
            HasTrainedWeights = true,
            Samples =
            [
                .. record.Layers[0].Samples.Select((sample, step) => sample with
                {
                    UpdateRatio = step == 5 ? double.NaN : Math.Pow(10, -6 + (0.1 * i)) * (1 + (0.1 * step)),
                    GradientRms = i == 3 ? 0 : Math.Pow(10, -40 + i),
                    Gradients = i == 3 ? new Histogram(0, 0, [1000]) : MadeReports.Bell(0, Math.Pow(10, -40 + i)),
                    Weights = i == 4 ? new Histogram(double.NaN, double.NaN, [1]) : sample.Weights,
                }),
            ],
        })];
        const string unbroken = "AnAdviceWithoutASingleSpaceThatNoBrowserKnowsHowToBreakUnlessItIsToldThatAnywhereWillDoAtAll";
        return new()
        {
            Title = "<script>alert('title')</script> & \u0001 " + unbroken,
            Description = "\"Quoted\", <b>not bold</b>, " + unbroken,
            Record = record with
            {
                Layers = layers,
                Fault = "The loss became NaN in epoch 3 </section>",
                Steps = [.. record.Steps.Select(step => step.Step % 50 == 7 ? step with { Loss = double.NaN } : step.Step == 400 ? step with { Loss = 1e9 } : step)],
            },
            Findings = [.. MadeReports.Findings, new("LW7001", unbroken, FindingSeverity.Warning, unbroken, unbroken, "LW5001") { Layer = layers[9].Name }],
            Sanity = Trained.Content.Sanity,
            ClassNames = [.. Enumerable.Range(0, 10).Select(i => $"a class whose name is <em>too</em> long, number {i}")],
            Evaluation = Trained.Content.Evaluation,
            Mistakes = [.. Trained.Content.Mistakes.Select(mistake => mistake with { Label = 9 - mistake.Label })],
            Regressions = [.. Regressions(unbroken)],
            Panels = [MadeReports.Panel("He, a title of unusual length indeed", 1e-9, 0.01), MadeReports.Panel("large", 1e9, 30)],
        };
    }

    /// <summary>Values of every size, far from 0 on both sides, all the same, too many for a chart, and such as are no number.</summary>
    private static IEnumerable<RegressionPredictions> Regressions(string unbroken)
    {
        foreach (float size in (float[])[1e-12f, 1, 250_000, 3e9f, 1e30f])
        {
            float[] targets = [.. Enumerable.Range(0, 50).Select(row => size * (row - 25))];
            yield return new(targets, [.. targets.Select((target, row) => row % 7 == 0 ? float.NaN : target - (size * row))]) { Name = $"{unbroken} {size}", Unit = "<µg>/m³" };
        }

        yield return new([.. Enumerable.Range(0, 9000).Select(row => (float)row)], [.. Enumerable.Range(0, 9000).Select(row => row + (100 * MathF.Sin(row)))]);
        yield return new([7, 7, 7], [7, 7, 7]);
        yield return new([1, 2], [float.NaN, float.PositiveInfinity]) { Name = "nothing", Unit = unbroken };
    }
}
