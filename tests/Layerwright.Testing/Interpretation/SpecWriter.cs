using System.Globalization;
using System.Text;

namespace Layerwright.Testing.Interpretation;

/// <summary>Writes a description as the C# a person would write.</summary>
public static class SpecWriter
{
    /// <summary>The network's class and the blocks it needs, each once.</summary>
    public static string Write(NetworkSpec network)
    {
        var text = new StringBuilder();
        string[] options = [.. network.InputGradient ? ["InputGradient = true"] : (string[])[], .. network.Winograd ? (string[])[] : ["Winograd = false"]];
        text.AppendLine(options.Length == 0 ? "[Network]" : $"[Network({string.Join(", ", options)})]");
        text.AppendLine(CultureInfo.InvariantCulture, $"[{SpatialAttributes.Input(network.Input)}]");
        AppendLayers(text, network.Layers);
        if (network.Loss != LossKind.None)
        {
            string[] arguments = [.. LossArguments(network.Loss, network.LossOptions)];
            text.AppendLine(arguments.Length == 0 ? $"[{network.Loss}]" : $"[{network.Loss}({string.Join(", ", arguments)})]");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"public partial class {network.Name};");
        foreach (var block in Blocks(network.Layers).DistinctBy(block => block.Name))
        {
            text.AppendLine().AppendLine("[Block]");
            AppendLayers(text, block.Layers);
            text.AppendLine(CultureInfo.InvariantCulture, $"public class {block.Name};");
        }

        return text.ToString();
    }

    private static IEnumerable<BlockSpec> Blocks(IEnumerable<LayerSpec> layers) =>
        layers.SelectMany(layer => layer.Blocks).Where(block => block != BlockSpec.Identity).SelectMany(block => Blocks(block.Layers).Prepend(block));

    private static void AppendLayers(StringBuilder text, IEnumerable<LayerSpec> layers)
    {
        foreach (var layer in layers)
        {
            text.Append('[').Append(Attribute(layer)).AppendLine("]");
        }
    }

    private static string Attribute(LayerSpec layer)
    {
        (string Name, IEnumerable<string> Arguments) written = layer switch
        {
            DenseSpec dense => ("Dense", WeightArguments(dense).Prepend(Number(dense.Units))),
            MaxoutSpec maxout => ("Maxout", WeightArguments(maxout).Prepend(Number(maxout.Units)).Concat(maxout.Pieces == 2 ? [] : [$"Pieces = {Number(maxout.Pieces)}"])),
            BatchNormSpec norm => ("BatchNorm", NormArguments(norm)),
            RowNormSpec norm => (norm.SubtractsMean ? "LayerNorm" : "RMSNorm", EpsilonArgument(norm.Epsilon)),
            DropoutSpec dropout => ("Dropout", [Number(dropout.Rate)]),
            AlphaDropoutSpec dropout => ("AlphaDropout", [Number(dropout.Rate)]),
            ActivationSpec { Kind: ActivationKind.LeakyReLU } leaky => ("LeakyReLU", [Number(leaky.Slope)]),
            ActivationSpec { Kind: ActivationKind.ELU } elu => ("ELU", elu.Alpha == 1 ? [] : [Number(elu.Alpha)]),
            ActivationSpec { Kind: ActivationKind.GELU, Approximate: true } => ("GELU", ["Approximate = true"]),
            ActivationSpec activation => (activation.Kind.ToString(), []),
            PReLUSpec slopes => ("PReLU", slopes.PerChannel ? ["PerChannel = true"] : []),
            SoftmaxSpec softmax => (softmax.IsLogarithmic ? "LogSoftmax" : "Softmax", []),
            ResidualSpec { Shortcut: { } shortcut } residual => ($"Residual<{residual.Branch.Name}, {shortcut.Name}>", []),
            ResidualSpec residual => ($"Residual<{residual.Branch.Name}>", residual.Projection ? ["Projection = true"] : []),
            UseSpec use => ($"Use<{use.Block.Name}>", []),
            RepeatSpec repeat => ($"Repeat<{repeat.Block.Name}>", [Number(repeat.Times)]),
            _ => SpatialAttributes.Of(layer),
        };
        string[] arguments = [.. written.Arguments, .. Naming(layer)];
        return arguments.Length == 0 ? written.Name : $"{written.Name}({string.Join(", ", arguments)})";
    }

    private static IEnumerable<string> LossArguments(LossKind loss, LossOptions options)
    {
        if (loss == LossKind.SoftmaxCrossEntropy && options.LabelSmoothing != 0)
        {
            yield return $"LabelSmoothing = {Number(options.LabelSmoothing)}";
        }

        if (loss == LossKind.SoftmaxCrossEntropy && options.IgnoreLabel is { } label)
        {
            yield return $"IgnoreLabel = {Number(label)}";
        }

        if (loss == LossKind.MulticlassHinge && options.Margin != 1)
        {
            yield return $"Margin = {Number(options.Margin)}";
        }

        if (loss == LossKind.MulticlassHinge && options.Squared)
        {
            yield return "Squared = true";
        }

        if (loss == LossKind.Huber && options.Delta != 1)
        {
            yield return Number(options.Delta);
        }
    }

    private static IEnumerable<string> Naming(LayerSpec layer)
    {
        if (layer.Name is { } name)
        {
            yield return $"Name = \"{name}\"";
        }

        if (layer.Key is { } key)
        {
            yield return $"Key = \"{key}\"";
        }
    }

    /// <summary>The named arguments that every layer of weights takes.</summary>
    internal static IEnumerable<string> WeightArguments(WeightSpec weights)
    {
        if (weights.Frozen)
        {
            yield return "Frozen = true";
        }

        if (weights.UseBias is { } bias)
        {
            yield return $"UseBias = {(bias ? "true" : "false")}";
        }

        if (weights.Init is { } init)
        {
            yield return $"Init = Init.{init}";
        }

        foreach (var (name, value, start) in new[] { ("InitScale", weights.InitScale, 1.0), ("BiasInit", weights.BiasInit, 0), ("L1", weights.L1, 0), ("L2", weights.L2, 0) })
        {
            if (value != start)
            {
                yield return $"{name} = {Number(value)}";
            }
        }
    }

    private static IEnumerable<string> NormArguments(BatchNormSpec norm)
    {
        if (norm.Momentum != 0.1)
        {
            yield return $"Momentum = {Number(norm.Momentum)}";
        }

        foreach (string epsilon in EpsilonArgument(norm.Epsilon))
        {
            yield return epsilon;
        }

        if (norm.Frozen)
        {
            yield return "Frozen = true";
        }

        if (norm.ZeroGamma)
        {
            yield return "ZeroGamma = true";
        }
    }

    /// <summary>Of normalisations.</summary>
    internal static IEnumerable<string> EpsilonArgument(double epsilon) => epsilon == 1e-5 ? [] : [$"Epsilon = {Number(epsilon)}"];

    /// <summary>A literal.</summary>
    internal static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
