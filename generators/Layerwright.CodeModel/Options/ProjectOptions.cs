using Layerwright.CodeModel.Common;

namespace Layerwright.CodeModel.Options;

/// <summary>Every MSBuild property that the compiler's half of the package, or its build files, read.</summary>
internal static class ProjectOptions
{
    /// <summary>What their names begin with.</summary>
    public const string Prefix = "Layerwright";

    private const string True = "true", False = "false";

    /// <summary>How much the rules say.</summary>
    public static ProjectOption Profile { get; } = new(
        "LayerwrightProfile",
        EquatableArray.Of("quiet", "default", "strict"),
        "default",
        "how much the rules say: `quiet` gives no hints, and hints in place of warnings that practitioners disagree about; `strict` warnings in place of hints");

    /// <summary>How much the generated code says of itself.</summary>
    public static ProjectOption Comments { get; } = new(
        "LayerwrightComments",
        EquatableArray.Of("none", "summary", "full"),
        "full",
        "comments in generated code: `full` says what each call computes and what is fused, `summary` keeps the table at the top and what each method does, `none` only the docs of public members");

    /// <summary>Whether convolutions may go by minimal filtering.</summary>
    public static ProjectOption Winograd { get; } = new(
        "LayerwrightWinograd",
        EquatableArray.Of(True, False),
        True,
        "3 × 3 convolutions by Winograd's minimal filtering where that is quicker; `[Network(Winograd = …)]` wins");

    /// <summary>Whether tests of the networks are written.</summary>
    public static ProjectOption Checks { get; } = new(
        "LayerwrightChecks",
        EquatableArray.Of(True, False),
        False,
        "write a class of tests for every network of the project and of those that it references: gradients, first loss, predictions, files, memory");

    /// <summary>Which plug-ins the build hands the compiler. No plug-in reads it; it is here to be in the table, and to be checked.</summary>
    public static ProjectOption CompiledAhead { get; } = new(
        "LayerwrightCompiledAhead",
        EquatableArray.Of(True, False),
        True,
        "a build from the command line takes the generator and the analyzers compiled ahead, where the package has them for the SDK's platform; `false`: those that run everywhere");

    /// <summary>All of them, as the table has them.</summary>
    public static EquatableArray<ProjectOption> All { get; } = EquatableArray.Of(Profile, Comments, Winograd, Checks, CompiledAhead);

    /// <summary>Whether a switch is on.</summary>
    public static bool IsTrue(string value) => value == True;
}
