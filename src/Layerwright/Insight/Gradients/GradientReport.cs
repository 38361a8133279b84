using System.Diagnostics;
using System.Globalization;

namespace Layerwright;

/// <summary>What a <see cref="GradientCheck"/> found, parameter by parameter; <see cref="ToString"/> is a table.</summary>
[DebuggerDisplay("{Verdict}: {Summary,nq}")]
public sealed class GradientReport
{
    internal GradientReport(double loss, double noise, IReadOnlyList<ParameterGradient> parameters)
    {
        Loss = loss;
        Noise = noise;
        Parameters = parameters;
    }

    /// <summary>The loss whose slopes were taken.</summary>
    public double Loss { get; }

    /// <summary>The deviation of the loss's rounding error, measured: what bounds the precision of every estimate.</summary>
    public double Noise { get; }

    /// <summary>Every trained parameter, in the order of the state.</summary>
    public IReadOnlyList<ParameterGradient> Parameters { get; }

    /// <summary>
    /// <see cref="GradientVerdict.Wrong"/> or <see cref="GradientVerdict.Suspicious"/> where one parameter is; else right, where at least
    /// one could be checked.
    /// </summary>
    public GradientVerdict Verdict
    {
        get
        {
            GradientVerdict[] known = [.. Parameters.Select(parameter => parameter.Verdict).Where(verdict => verdict != GradientVerdict.Unchecked)];
            return known.Length == 0 ? GradientVerdict.Unchecked : known.Max();
        }
    }

    /// <summary>True where nothing is wrong or suspicious, and something could be told.</summary>
    public bool Passed => Verdict == GradientVerdict.Right;

    /// <summary>The parameter with the gravest verdict, of several the one with the largest error of an entry; null where nothing could be told.</summary>
    public ParameterGradient? Worst => Parameters
        .Where(parameter => parameter.Verdict != GradientVerdict.Unchecked)
        .OrderByDescending(parameter => parameter.Verdict)
        .ThenByDescending(parameter => parameter.Worst?.RelativeError ?? parameter.Along?.RelativeError ?? 0)
        .FirstOrDefault();

    /// <summary>One line: how many entries agree, what was left out, and the worst.</summary>
    public string Summary
    {
        get
        {
            int compared = Parameters.Sum(parameter => parameter.Compared), kinks = Parameters.Sum(parameter => parameter.AtKinks);
            int hidden = Parameters.Sum(parameter => parameter.BelowNoise);
            string[] unknown = [.. Parameters.Where(parameter => parameter.Verdict == GradientVerdict.Unchecked).Select(parameter => parameter.Name)];
            string left = $"{compared} entries compared, {kinks} at kinks and {hidden} below the noise left out"
                + (unknown.Length == 0 ? "" : $", nothing told of {string.Join(", ", unknown)}");
            return Worst is not { } worst ? $"{left}; nothing could be told"
                : worst.Verdict == GradientVerdict.Right ? $"{left}; all agree"
                : $"{left}; {worst.Name} is {(worst.Verdict == GradientVerdict.Wrong ? "wrong" : "suspicious")}: {Describe(worst)}";
        }
    }

    /// <summary>A table with a line for each parameter, then the summary and the noise.</summary>
    public override string ToString()
    {
        string[] heads = ["parameter", "shape", "compared", "kinks", "noise", "along", "worst", "±", "at", "verdict"];
        string table = TextTable.Write(heads, Parameters.Select(Row), wordsAtEnd: true);
        return string.Create(CultureInfo.InvariantCulture, $"{table}Loss {Loss:g5}, its rounding {Noise:g2}: {Summary}.");
    }

    private static string[] Row(ParameterGradient parameter) =>
    [
        parameter.Name,
        parameter.Shape,
        Number(parameter.Compared),
        Number(parameter.AtKinks),
        Number(parameter.BelowNoise),
        Error(parameter.Along?.RelativeError),
        Error(parameter.Worst?.RelativeError),
        Error(parameter.Worst is { Uncertainty: var off, Estimated: var slope } && slope != 0 ? off / Math.Abs(slope) : null),
        parameter.Worst?.Place ?? "–",
        parameter.Verdict.ToString().ToLowerInvariant(),
    ];

    private static string Describe(ParameterGradient parameter)
    {
        GradientEntry? entry = parameter.Worst is { } worst && worst.Verdict == parameter.Verdict ? worst : parameter.Along;
        return FormattableString.Invariant(
            $"{entry!.Place} is {entry.Computed:g4} by backward, {entry.Estimated:g4} by differences, a relative error of {entry.RelativeError:g2}");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Error(double? value) => value is { } error ? error.ToString("0e-0", CultureInfo.InvariantCulture) : "–";
}
