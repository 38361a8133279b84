using System.Text;

namespace Layerwright;

/// <summary>
/// Writes what is known of a training as one HTML file: curves, learning rate, update ratios, gradients, histograms, confusion
/// matrix, worst mistakes, predictions of a regression, network and findings. It needs nothing besides itself (no scripts, no fonts, no network), follows the
/// reader's choice of light or dark and is readable on a phone. The same content gives the same bytes.
/// </summary>
/// <example>
/// <code>
/// TrainingReport.WriteHtml("report.html", new ReportContent
/// {
///     Record = monitor.Record,
///     Findings = monitor.Findings,
///     Evaluation = trainer.Evaluate(test),
///     ClassNames = names,
///     Mistakes = Mistake.Worst(network.CreatePredictor(64), test),
/// });
/// </code>
/// </example>
public static class TrainingReport
{
    /// <summary>Writes what a monitor recorded and found; a file that is there is replaced.</summary>
    /// <param name="path">Where to write; its folder must exist.</param>
    /// <param name="monitor">A monitor that has watched a fit.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="InvalidOperationException">The monitor has seen no fit.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteHtml(string path, TrainingMonitor monitor)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        WriteHtml(path, new ReportContent { Record = monitor.Record, Findings = monitor.Findings });
    }

    /// <summary>Writes a report; a file that is there is replaced.</summary>
    /// <param name="path">Where to write; its folder must exist.</param>
    /// <param name="content">What to show; parts that are missing vanish.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteHtml(string path, ReportContent content)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        File.WriteAllText(path, ToHtml(content), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    /// <summary>The same as text: an HTML document that is well-formed XML too.</summary>
    /// <param name="content">What to show; parts that are missing vanish.</param>
    public static string ToHtml(ReportContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Reporting.ReportPage.Write(content);
    }
}
