using System.Globalization;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Declarations.Checks;
using Layerwright.CodeModel.Inference;

namespace Layerwright.Generators.Emit;

/// <summary>
/// What is written for a broken declaration: the members a program may use, all of which throw what the diagnostic says. Without
/// it one mistake would show as an error at every use, and hide the one message that helps.
/// </summary>
internal static class SkeletonEmitter
{
    private static readonly string[] _nothingLegal = [RuleIds.NotPartial, RuleIds.UnsupportedType, RuleIds.LanguageVersion];

    /// <summary>False where no legal other half can be written.</summary>
    public static bool CanEmit(InferredNetwork network) => !network.Issues.Any(issue => _nothingLegal.Contains(issue.Id));

    public static string Emit(InferredNetwork network)
    {
        var type = network.Declaration.Type;
        var (id, message) = Fault(network.FirstError);
        string fault = $"throw new global::Layerwright.NetworkDeclarationException({Literal.Text(id)}, {Literal.Text(message)})";
        var writer = new CodeWriter();
        FileShell.WriteHeader(writer, [$"{type.Name}: no code, since its declaration has an error.", $"{id}: {message}"]);
        FileShell.WriteType(writer, type, members =>
        {
            WriteMembers(new MemberWriter(members, network.Declaration.UserMembers), network, fault);
            members.Line();
            ContractMembers.Write(members, ContractMembers.Of(type.Name, "", "", hasChunks: false), _ => fault);
        });
        return writer.ToString();
    }

    private static (string Id, string Message) Fault(Issue? issue) => issue is null
        ? ("LW0000", "An attribute of the declaration does not compile; see the compiler's own message.")
        : (issue.Id, string.Format(CultureInfo.InvariantCulture, RuleMessages.Format(issue.Id), [.. issue.Values]));

    private static void WriteMembers(MemberWriter members, InferredNetwork network, string fault)
    {
        // Not 0 where the error leaves a size open: the user's own code may divide by it, which would not compile.
        string type = network.Declaration.Type.Name;
        members.Write("InputLength", "Numbers in one input row.", $"public const int InputLength = {Literal.Int(Math.Max(1, network.Input.Length))};");
        members.Write("OutputLength", "Numbers in one output row.", $"public const int OutputLength = {Literal.Int(Math.Max(1, network.Output.Length))};");
        members.Write("ParameterCount", "Parameters, frozen ones too, without running statistics.", "public const int ParameterCount = 0;");
        members.Write(".ctor()", "Throws: the declaration has an error.", $"public {type}()\n{{\n    {fault};\n}}");
        members.Write(".ctor(ulong)", "Throws: the declaration has an error.", $"public {type}(ulong seed)\n{{\n    {fault};\n}}");
        Throwing(members, fault, "Summary", "public static global::Layerwright.NetworkSummary Summary");
        Throwing(members, fault, "Seed", "public ulong Seed");
        foreach (var layer in network.Root.Layers.Where(layer => layer.IsMember && LegalName(layer, network)))
        {
            Throwing(members, fault, layer.Name, $"public global::Layerwright.{layer.Handle}Layer {layer.Name}");
        }

        Throwing(members, fault, "State", "public global::Layerwright.StateDictionary State");
        members.Write("Normalizer", "Throws: the declaration has an error.",
            $"public global::Layerwright.Normalizer? Normalizer\n{{\n    get => {fault};\n    set => {fault};\n}}");
        Throwing(members, fault, "CreatePredictor", $"public global::Layerwright.Predictor<{type}> CreatePredictor(int maxBatchSize = 1)");
        Throwing(members, fault, "CreateTrainingStep", $"public global::Layerwright.TrainingStep<{type}> CreateTrainingStep(int maxBatchSize, int threads = 0)");
        Throwing(members, fault, "Save", "public void Save(string path)");
        Throwing(members, fault, "Load", $"public static {type} Load(string path)");
        Throwing(members, fault, "LoadWeights", "public void LoadWeights(string path)");
        Throwing(members, fault, "CopyFrom", "public global::Layerwright.CopyReport CopyFrom(global::Layerwright.StateDictionary source)");
    }

    private static void Throwing(MemberWriter members, string fault, string name, string signature) =>
        members.Write(name, "Throws: the declaration has an error.", $"{signature} => {fault};");

    // A name that is no identifier, hides a member or stands twice is the error itself: no member for it.
    private static bool LegalName(InferredLayer layer, InferredNetwork network) =>
        NameCheck.IsIdentifier(layer.Name)
        && !GeneratedMembers.Names.Contains(layer.Name)
        && !GeneratedMembers.Inherited.Contains(layer.Name)
        && layer.Name != network.Declaration.Type.Name
        && network.Root.Layers.Where(other => other.IsMember).First(other => other.Name == layer.Name) == layer;
}
