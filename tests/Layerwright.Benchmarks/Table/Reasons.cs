namespace Layerwright.Benchmarks;

/// <summary>Why works can be slower here than in a peer, as profiles show it. Said only while they are.</summary>
internal static class Reasons
{
    private static readonly (string Part, string Reason)[] Known =
    [
        ("24-8-2 tanh, batch 1,", StepOfOneRow),
        ("4-32-16-4 tanh, batch 1,", StepOfOneRow),
        ("start to the first prediction", FirstCall),
        ("step 1 of a fresh process", FirstCall),
    ];

    private const string StepOfOneRow =
        "of a step's half a microsecond 40 % is the same for any network: checks of the batch, the optimizer's terms, one call for each kernel";

    private const string FirstCall = "kernels are compiled at their first call, the peer's were when its library was built";

    /// <summary>The reason of the first known part of a work's name.</summary>
    public static string Of(string work) =>
        Known.FirstOrDefault(known => work.Contains(known.Part, StringComparison.Ordinal)).Reason ?? "not looked into yet";
}
