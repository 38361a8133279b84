namespace Layerwright.Runtime;

/// <summary>Work that can be cut into independent pieces.</summary>
internal interface IJob
{
    /// <summary>
    /// Does one piece. <paramref name="worker"/> is below the number of threads asked for and below the number of pieces,
    /// and no two pieces run under the same number at once.
    /// </summary>
    void Execute(int index, int worker);
}
