using Layerwright.CodeModel.Planning;
using Layerwright.Generators.Options;

namespace Layerwright.Generators.Emit;

/// <summary>Plan → the text of one file: summary table, public members, parameter layout, prediction, training forward, backward, weights.</summary>
internal static class NetworkEmitter
{
    private const string PredictionOnly = "throw new global::System.NotSupportedException(\"The network is declared with Training = false.\")";

    public static string Emit(NetworkPlan plan, CommentLevel comments)
    {
        var names = new PlanNames(plan);
        var writer = new CodeWriter(comments);
        FileShell.WriteHeader(writer, SummaryTable.Lines(plan));
        FileShell.WriteType(
            writer,
            plan.Network.Declaration.Type,
            members =>
            {
                MembersEmitter.Write(members, plan, names);
                members.Line();
                ContractMembers.Write(
                    members,
                    ContractMembers.Of(plan.Network.Declaration.Type.Name, names.Core, names.CodeClass, plan.Training?.ChunkedTasks.Count > 0),
                    member => member.IsTraining && plan.Training is null ? PredictionOnly : member.Body);
            },
            beside =>
            {
                beside.Line();
                beside.Doc($"The code of {plan.Network.Declaration.Type.Name}: calls into kernels with literal sizes; every loop over elements is theirs.");
                using (beside.Block($"file static class {names.CodeClass}"))
                {
                    BlueprintEmitter.Write(beside, plan, names);
                    InferenceEmitter.Write(beside, plan, names);
                    if (plan.Training is { } training)
                    {
                        TrainingEmitter.Write(beside, plan, training, names);
                        WeightsEmitter.Write(beside, training, names);
                    }
                }
            });
        return writer.ToString();
    }
}
