using Layerwright.CodeModel.Inference;

namespace Layerwright.CodeModel.Layers;

/// <summary>
/// Arguments that are given for both axes of an image at once (<c>Stride</c>) or for each (<c>StrideHeight</c>, <c>StrideWidth</c>),
/// positional ones in the same way (<c>window</c>; <c>windowHeight, windowWidth</c>).
/// </summary>
internal static class AxisArguments
{
    private const string HeightSuffix = "Height", WidthSuffix = "Width";

    /// <summary>LW0008 for each that is written below its least value.</summary>
    public static void Check(LayerArguments arguments, LayerIssues issues, string name, int least)
    {
        foreach (string argument in Written(arguments, name))
        {
            issues.RequireAtLeast(argument, arguments.Int(argument, least), least);
        }
    }

    /// <summary>False where one is written below its least value: what it makes is not known then.</summary>
    public static bool AreAtLeast(LayerArguments arguments, string name, int least) =>
        Written(arguments, name).All(argument => arguments.Int(argument, least) >= least);

    /// <summary>The sizes, no smaller than <paramref name="least"/>.</summary>
    public static (int Height, int Width) Sizes(LayerArguments arguments, string name, (int Height, int Width) whenAbsent, int least) => (
        Math.Max(least, arguments.Int(HeightName(arguments, name), whenAbsent.Height)),
        Math.Max(least, arguments.Int(WidthName(arguments, name), whenAbsent.Width)));

    /// <summary>The argument that gives the height's.</summary>
    public static string HeightName(LayerArguments arguments, string name) => Name(arguments, name, HeightSuffix);

    /// <summary>The argument that gives the width's.</summary>
    public static string WidthName(LayerArguments arguments, string name) => Name(arguments, name, WidthSuffix);

    /// <summary>Those that are written.</summary>
    public static IEnumerable<string> Written(LayerArguments arguments, string name) =>
        new[] { name, name + HeightSuffix, name + WidthSuffix }.Where(arguments.IsWritten);

    private static string Name(LayerArguments arguments, string name, string suffix) =>
        arguments.IsWritten(name + suffix) ? name + suffix : name;
}
