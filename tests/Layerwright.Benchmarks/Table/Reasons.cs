namespace Layerwright.Benchmarks;

/// <summary>Why works can be slower here than in a peer, as profiles show it. Said only while they are.</summary>
internal static class Reasons
{
    private static readonly (string Part, string Reason)[] Known =
    [
        ("start to the first prediction", FirstCall),
        ("step 1 of a fresh process", FirstCall),
    ];

    private const string FirstCall = "kernels are compiled at their first call, the peer's were when its library was built";

    /// <summary>The reason of the first known part of a work's name.</summary>
    public static string Of(string work) =>
        Known.FirstOrDefault(known => work.Contains(known.Part, StringComparison.Ordinal)).Reason ?? "not looked into yet";
}
