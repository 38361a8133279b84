using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Layerwright.Tests.MachineCode;

/// <summary>Machine code of kernels as a table: the instances of each generic method together.</summary>
internal static partial class HotMethodTable
{
    /// <summary>A servicing release moves sizes by this much and more bytes without a cause in the source.</summary>
    private const double Tolerance = 0.05, Bytes = 32;

    /// <summary>The same of vectors on the stack, where they are not forbidden.</summary>
    private const double SpillTolerance = 0.1, Spills = 4;

    /// <summary>A line a method: instances, bytes of all and of the largest, calls and vectors on the stack within innermost loops.</summary>
    public static string Write(IEnumerable<CompiledMethod> methods)
    {
        var text = new StringBuilder("instances   bytes  largest  calls in loops  spills in loops  method\n");
        foreach (var instances in methods.GroupBy(method => method.Name).OrderBy(instances => instances.Key, StringComparer.Ordinal))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{instances.Count(),9}{instances.Sum(method => method.Bytes),8}{instances.Max(method => method.Bytes),9}"
                    + $"{instances.Sum(method => method.CallsInLoops),16}{instances.Sum(method => method.SpillsInLoops),17}  {instances.Key}\n");
        }

        return text.ToString();
    }

    /// <summary>Whether two tables have the same methods and calls, and sizes and spills that differ by what means nothing.</summary>
    public static bool AreClose(string accepted, string received)
    {
        MatchCollection left = Line().Matches(accepted), right = Line().Matches(received);
        return left.Count == right.Count && left.Zip(right).All(lines =>
            Cells(lines.First, "exact").SequenceEqual(Cells(lines.Second, "exact"))
            && AreClose("size", Bytes, Tolerance, lines)
            && AreClose("spills", Spills, SpillTolerance, lines));
    }

    private static bool AreClose(string group, double least, double share, (Match First, Match Second) lines) =>
        Cells(lines.First, group).Zip(Cells(lines.Second, group)).All(cells =>
            Math.Abs(double.Parse(cells.First) - double.Parse(cells.Second)) <= Math.Max(least, share * double.Parse(cells.First)));

    private static IEnumerable<string> Cells(Match line, string group) => line.Groups[group].Captures.Select(cell => cell.Value);

    [GeneratedRegex(@"^ *(?<exact>\d+) +(?<size>\d+) +(?<size>\d+) +(?<exact>\d+) +(?<spills>\d+)  (?<exact>\S+)\r?$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
