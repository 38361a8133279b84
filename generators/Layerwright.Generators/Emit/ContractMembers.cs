namespace Layerwright.Generators.Emit;

/// <summary>The run time's contract as explicit implementations; ordinary code hands on to the code below the class, a skeleton throws.</summary>
internal static class ContractMembers
{
    private const string Contract = "LwRuntime::INetworkCode";

    /// <param name="type">The network's class.</param>
    /// <param name="core">Its field of the run time's half.</param>
    /// <param name="code">The file's class that holds the code.</param>
    /// <param name="hasChunks">Weight gradients are summed by chunks of the batch first.</param>
    public static IEnumerable<ContractMember> Of(string type, string core, string code, bool hasChunks)
    {
        yield return new($"static {type} global::Layerwright.INetwork<{type}>.Create(ulong seed)", "new(seed)");
        yield return new($"LwRuntime::NetworkBlueprint {Contract}.Blueprint", $"{code}.Blueprint");
        yield return new($"LwRuntime::ParameterStore {Contract}.Parameters", $"{core}.Parameters");
        yield return new($"LwRuntime::IInputTransform? {Contract}.InputTransform", $"{core}.Normalizer");
        yield return new($"ulong {Contract}.Seed", $"{core}.Seed");
        yield return new($"void {Contract}.LoadWeights(string path)", $"LwRuntime::NetworkFile.Load(path, {core})");
        yield return new($"void {Contract}.Snapshot(in LwRuntime::SnapshotBlock block)", $"{code}.FillSnapshot(in block)");
        yield return new($"void {Contract}.Infer(in LwRuntime::RowBlock block)", $"{code}.Infer(in block)");
        yield return new($"void {Contract}.Activate(in LwRuntime::RowBlock block)", $"{code}.Activate(in block)");
        yield return new($"void {Contract}.EvaluateLoss(in LwRuntime::RowBlock block, in LwKernels::LossBlock loss)", $"{code}.EvaluateLoss(in block, in loss)");
        yield return new($"void {Contract}.Loss(in LwRuntime::RowBlock block, in LwKernels::LossBlock loss)", $"{code}.Loss(in block, in loss)", true);
        yield return new($"void {Contract}.BeforeForward(in LwRuntime::BatchStep step)", $"{code}.BeforeForward(in step)", true);
        foreach (string pass in new[] { "Forward", "Backward" })
        {
            yield return new(
                $"void {Contract}.{pass}<TProbe>(int segment, in LwRuntime::RowBlock block, TProbe probe)", $"{code}.{pass}(segment, in block, probe)", true);
            yield return new(
                $"void {Contract}.After{pass}(int segment, in LwRuntime::BatchStep step)", $"{code}.After{pass}(segment, in step)", true);
        }

        if (hasChunks)
        {
            yield return new($"void {Contract}.SumChunk(int task, in LwRuntime::WeightBlock block)", $"{code}.SumChunk(task, in block)", true);
        }

        yield return new(
            $"void {Contract}.Weights<TSink>(int task, in LwRuntime::WeightBlock block, TSink sink)", $"{code}.Weights(task, in block, sink)", true);
    }

    public static void Write(CodeWriter writer, IEnumerable<ContractMember> members, Func<ContractMember, string> body)
    {
        writer.Comment("What the run time calls.");
        foreach (var member in members)
        {
            writer.Line();
            writer.Line(FileShell.GeneratedCode);
            writer.Line($"{member.Signature} => {body(member)};");
        }
    }
}

/// <summary>One member of the contract.</summary>
/// <param name="Signature">Up to its body.</param>
/// <param name="Body">The expression it returns or calls.</param>
/// <param name="IsTraining">Exists only in networks that train.</param>
internal sealed record ContractMember(string Signature, string Body, bool IsTraining = false);
