using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Layers;

namespace Layerwright.CodeModel.Inference;

/// <summary>
/// LW0008 for a network too large to be laid out in memory: offsets and counts are 32-bit literals. Reported once, at the layer
/// that goes beyond.
/// </summary>
internal sealed class SizeLimit
{
    /// <summary>Numbers a row over all layers: activations, gradients and what probes recompute are a few times as many.</summary>
    private const long MostNumbersPerRow = int.MaxValue / 8;

    private const long MostWeights = int.MaxValue / 2;

    private long _numbersPerRow;
    private long _weights;
    private bool _isReported;

    public void Add(Layer layer, LayerDeclaration declaration, Shape input, Shape output, LayerIssues issues)
    {
        var arguments = new LayerArguments(declaration);
        long numbers = layer.NumbersPerRow(arguments, output), weights = layer.WeightCount(arguments, input, output);
        _numbersPerRow += numbers;
        _weights += weights;
        if (_isReported || (_numbersPerRow <= MostNumbersPerRow && _weights <= MostWeights))
        {
            return;
        }

        _isReported = true;
        var argument = declaration.Arguments.Count > 0 ? declaration.Arguments[0] : new Argument("size", output.Length);
        int value = argument.Value as int? ?? output.Length;
        string fits = LayerIssues.Text(Fits(value, numbers * Wrapped(output), numbers, weights));
        issues.Add(
            RuleIds.BadArgument,
            argument.Name,
            fits,
            issues.LayerName,
            argument.Name,
            $"{LayerIssues.Text(value)}, with which the network outgrows memory",
            "smaller",
            fits);
    }

    // By how much the output is longer than what a length can say.
    private static double Wrapped(Shape output) =>
        output.IsUnknown ? 1 : output.Dimensions.Aggregate(1.0, (product, size) => product * size) / output.Length;

    // The value that the layers before leave room for, with which all of the layer shrinks, rounded down to a number a person would write.
    private int Fits(int value, double wanted, long numbers, long weights)
    {
        double share = (MostNumbersPerRow - (_numbersPerRow - numbers)) / Math.Max(1, wanted);
        if (weights > 0)
        {
            share = Math.Min(share, (MostWeights - (_weights - weights)) / (double)weights);
        }

        int rounded = 1;
        while (rounded * 2.0 <= value * share)
        {
            rounded *= 2;
        }

        return rounded;
    }
}
