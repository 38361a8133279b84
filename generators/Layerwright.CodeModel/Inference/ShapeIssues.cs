using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Inference;

/// <summary>What shape rules have in common: an input of a wrong rank, windows that do not fit, groups that do not divide.</summary>
internal static class ShapeIssues
{
    private const string Image = "an image (height × width × channels)", Sequence = "a sequence (length × features)";

    /// <summary>LW1001 for anything but an image. Where it returns false, the output is unknown.</summary>
    public static bool RequireImage(this LayerIssues issues, Shape input) => Require(issues, input, input.IsImage, Image);

    /// <summary>LW1001 for anything but a sequence. Where it returns false, the output is unknown.</summary>
    public static bool RequireSequence(this LayerIssues issues, Shape input) => Require(issues, input, input.IsSequence, Sequence);

    /// <summary>
    /// LW1003 for each argument that makes a window larger than the padded input. Returns the places where it stops, axis by axis;
    /// behind the error those from which no other follows, 0 where fixes differ.
    /// </summary>
    /// <param name="issues">Where it is said.</param>
    /// <param name="input">What the window slides over.</param>
    /// <param name="what"><c>kernel</c> or <c>window</c>.</param>
    /// <param name="sliding">Height and width, or the steps.</param>
    /// <param name="canPadSame">True where <c>Padding.Same</c> is a way out too.</param>
    public static IReadOnlyList<int> RequireFits(this LayerIssues issues, Shape input, string what, bool canPadSame, params SlidingAxis[] sliding)
    {
        var axes = sliding.Select(axis => axis.Window).ToList();
        string extent = string.Join("×", axes.Select(axis => LayerIssues.Text(axis.Extent)));
        string padded = axes.Exists(axis => axis.Padding > 0)
            ? $" ({string.Join("×", axes.Select(axis => LayerIssues.Text((long)axis.Input + axis.Padding)))} with its padding)"
            : "";
        foreach (var argument in axes.Where(axis => !axis.Fits).GroupBy(axis => axis.Argument))
        {
            string fitting = LayerIssues.Text(argument.Min(axis => axis.Fitting));
            issues.Add(
                RuleIds.KernelTooLarge,
                argument.Key,
                fitting,
                issues.LayerName,
                input.PositionsText + padded,
                what,
                extent + (axes.Exists(axis => axis.Dilation > 1) ? " with its dilation" : ""),
                $"use a {InWords(argument.Key)} of at most {fitting}{(canPadSame ? " or Padding.Same" : "")}");
        }

        // A smaller kernel and Padding.Same lead to different sizes: which one, only the mending tells.
        bool isOpen = canPadSame && !axes.TrueForAll(axis => axis.Fits);
        return [.. sliding.Select(axis => isOpen ? 0 : axis.Window.Fits ? axis.Places : axis.KeptPlaces)];
    }

    /// <summary>LW1010 where groups do not divide all of some numbers. Returns the nearest number that does, to go on with.</summary>
    /// <param name="issues">Where it is said.</param>
    /// <param name="argument">The argument that gives the groups.</param>
    /// <param name="groups">Its value, at least 1.</param>
    /// <param name="counts">What they must divide, and what that counts: <c>(12, "channels")</c>.</param>
    public static int RequireDivides(this LayerIssues issues, string argument, int groups, params (int Count, string What)[] counts)
    {
        var undivided = counts.Where(count => count.Count % groups != 0).ToList();
        if (undivided.Count == 0)
        {
            return groups;
        }

        int common = counts.Select(count => count.Count).Aggregate(GreatestCommonDivisor);
        int nearest = Divisors(common).OrderBy(divisor => Math.Abs((long)divisor - groups)).ThenBy(divisor => divisor).First();
        string what = string.Join(" nor ", undivided.Select(count => FormattableString.Invariant($"its {count.Count} {count.What}")));
        issues.Add(
            RuleIds.GroupsDoNotDivide,
            argument,
            LayerIssues.Text(nearest),
            issues.LayerName,
            argument,
            LayerIssues.Text(groups),
            what,
            LayerIssues.Text(nearest));
        return nearest;
    }

    /// <summary>LW1024 for a pooling that pads more than half of its window. Returns what the fix would write.</summary>
    public static int RequirePoolPadding(this LayerIssues issues, string argument, int padding, int window)
    {
        int most = window / 2;
        if (padding <= most)
        {
            return padding;
        }

        issues.Add(
            RuleIds.PoolPaddingTooLarge,
            argument,
            LayerIssues.Text(most),
            issues.LayerName,
            argument,
            LayerIssues.Text(padding),
            LayerIssues.Text(window),
            LayerIssues.Text(most));
        return most;
    }

    // windowHeight: window height.
    private static string InWords(string argument) =>
        string.Concat(argument.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));

    private static bool Require(LayerIssues issues, Shape input, bool isRight, string what)
    {
        if (!isRight)
        {
            string kind = input.IsVector ? "a vector" : input.IsSequence ? "a sequence" : "an image";
            issues.Add(RuleIds.WrongRank, null, null, issues.LayerName, $"{input}, {kind}", what);
        }

        return isRight;
    }

    private static IEnumerable<int> Divisors(int number)
    {
        for (int divisor = 1; divisor <= number / divisor; divisor++)
        {
            if (number % divisor == 0)
            {
                yield return divisor;
                yield return number / divisor;
            }
        }
    }

    private static int GreatestCommonDivisor(int left, int right) => right == 0 ? left : GreatestCommonDivisor(right, left % right);
}

/// <summary>One axis that a window slides along.</summary>
/// <param name="Argument">The argument that gives the window's size there.</param>
/// <param name="Input">The input's size; 0 where it is not known.</param>
/// <param name="Padding">What is padded on both sides together.</param>
/// <param name="Size">The window's size, at least 1.</param>
/// <param name="Dilation">The distance of its taps, at least 1.</param>
internal sealed record WindowAxis(string Argument, int Input, int Padding, int Size, int Dilation = 1)
{
    /// <summary>From its first tap to its last.</summary>
    public long Extent => ((long)Dilation * (Size - 1)) + 1;

    /// <summary>Nothing is known of how it fits.</summary>
    public bool IsOpen => Input == 0;

    public bool Fits => IsOpen || Extent <= (long)Input + Padding;

    /// <summary>The largest size up to the present one that fits.</summary>
    public int Fitting => (int)Math.Min(Size, (((long)Input + Padding - 1) / Dilation) + 1);
}
