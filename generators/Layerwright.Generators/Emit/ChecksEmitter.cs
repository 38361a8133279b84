using Layerwright.Generators.Checks;

namespace Layerwright.Generators.Emit;

/// <summary>The file of tests: a class for each network, a method for each of what must hold of it.</summary>
internal static class ChecksEmitter
{
    /// <summary>No type's name has a dash: no network's file is called so.</summary>
    public const string HintName = "Layerwright-Checks.g.cs";

    private const string Runner = "LayerwrightChecks", Library = "global::Layerwright.NetworkChecks";

    public static string Emit(CheckPlan plan)
    {
        var writer = new CodeWriter(plan.Comments);
        FileShell.WriteHeader(writer, Remarks(plan));
        foreach (var network in plan.Networks)
        {
            WriteClass(writer, network, plan.Framework);
        }

        if (plan.Framework is null)
        {
            WriteRunner(writer, plan);
        }

        return writer.ToString();
    }

    private static IEnumerable<string> Remarks(CheckPlan plan)
    {
        yield return $"What must hold of every network, as {(plan.Framework is { } framework ? $"tests for {framework.Name}" : $"methods that {Runner}.RunAll() calls")}: the project sets LayerwrightChecks.";
        if (plan.Networks.Count == 0)
        {
            yield return "There is none: neither this project nor one that it references has a network that it can name.";
        }

        foreach (string unseen in plan.Unseen)
        {
            yield return $"Not of {unseen}: this project cannot name it. Make it public, or its project's internals visible to this one.";
        }
    }

    private static void WriteClass(CodeWriter writer, CheckedNetwork network, TestFramework? framework)
    {
        if (network.Namespace.Length == 0)
        {
            WriteTests(writer, network, framework);
        }
        else
        {
            using (writer.Block($"namespace {network.Namespace}"))
            {
                WriteTests(writer, network, framework);
            }
        }

        writer.Line();
    }

    private static void WriteTests(CodeWriter writer, CheckedNetwork network, TestFramework? framework)
    {
        writer.Doc($"What must hold of <see cref=\"{network.TypeName}\"/>.");
        writer.Line(FileShell.GeneratedCode);
        if (framework is not null)
        {
            writer.Line(framework.OnClass);
        }

        bool isFirst = true;
        using (writer.Block(framework is null ? $"internal static partial class {network.ClassName}" : $"public partial class {network.ClassName}"))
        {
            foreach (var (name, call) in Tests(network))
            {
                if (!isFirst)
                {
                    writer.Line();
                }

                isFirst = false;
                if (framework is not null)
                {
                    writer.Line(framework.OnTest);
                }

                writer.Line($"public {(framework is null ? "static " : "")}void {name}() =>\n    {Library}.{call};");
            }
        }
    }

    private static void WriteRunner(CodeWriter writer, CheckPlan plan)
    {
        writer.Doc("Runs the checks of all networks.");
        writer.Line(FileShell.GeneratedCode);
        using (writer.Block($"internal static class {Runner}"))
        {
            writer.Doc("Writes a line for each check; throws an AggregateException with all that failed.");
            writer.Line($"public static void RunAll() => {Library}.RunAll(");
            writer.Line("[");
            using (writer.Indent())
            {
                foreach (var network in plan.Networks)
                {
                    string owner = $"global::{(network.Namespace.Length > 0 ? network.Namespace + "." : "")}{network.ClassName}";
                    foreach (var (name, _) in Tests(network))
                    {
                        writer.Line($"({Literal.Text($"{network.TypeName.Replace("global::", "")}: {name.Replace('_', ' ')}")}, {owner}.{name}),");
                    }
                }
            }

            writer.Line("]);");
        }
    }

    private static IEnumerable<(string Name, string Call)> Tests(CheckedNetwork network)
    {
        string type = network.TypeName;
        if (network.IsTrained)
        {
            yield return ("Gradients_agree_with_differences", $"GradientsAgree<{type}>()");
            if (network.HasLoss)
            {
                yield return ("The_first_loss_is_what_chance_gives", $"FirstLossIsThatOfChance<{type}>()");
            }
        }

        yield return ("The_same_input_gives_the_same_prediction", $"SameInputGivesSamePrediction<{type}>()");
        yield return ("Saving_and_loading_gives_the_same_bits", $"FileGivesSameBits<{type}>(static (network, path) => network.Save(path), {type}.Load)");
        yield return ("A_prediction_allocates_nothing", $"PredictionAllocatesNothing<{type}>()");
        if (network.IsTrained)
        {
            yield return ("A_training_step_allocates_nothing", $"StepAllocatesNothing<{type}>()");
        }
    }
}
