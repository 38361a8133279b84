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
        if (declaration.Arguments.Count > 0 && declaration.Arguments[0] is { Value: int size, Name: var argument })
        {
            string fits = LayerIssues.Text(Fits(size, numbers * Overflow(output), weights));
            issues.Add(
                RuleIds.BadArgument, argument, fits, issues.LayerName, argument, $"{LayerIssues.Text(size)}, with which the network outgrows memory", $"smaller, such as {fits}");
        }
        else
        {
            issues.Add(
                RuleIds.BadArgument, null, null, issues.LayerName, "The output", $"{output}, with which the network outgrows memory", "smaller, such as a layer less");
        }
    }

    /// <summary>By how much a shape has more elements than its length can say.</summary>
    private static double Overflow(Shape shape) =>
        shape.Dimensions.Aggregate(1.0, (product, size) => product * size) / Math.Max(1, shape.Length);

    // What of a size the layers before leave room for, rounded down to a number a person would write.
    private int Fits(int size, double numbers, long weights)
    {
        double share = (MostNumbersPerRow - (_numbersPerRow - Math.Min(numbers, _numbersPerRow))) / Math.Max(1, numbers);
        if (weights > 0)
        {
            share = Math.Min(share, (double)(MostWeights - (_weights - weights)) / weights);
        }

        double room = size * share, rounded = 1;
        while (rounded * 2 <= room)
        {
            rounded *= 2;
        }

        return (int)rounded;
    }
}
