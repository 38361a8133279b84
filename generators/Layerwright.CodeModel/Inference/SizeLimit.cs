using System.Globalization;
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
        string argument = declaration.Arguments.Count > 0 ? declaration.Arguments[0].Name : "size";
        string found = output.Length.ToString(CultureInfo.InvariantCulture);
        string fits = LayerIssues.Text(Fits(output.Length, numbers, weights));
        issues.Add(
            RuleIds.BadArgument, argument, fits, issues.LayerName, argument, $"{found}, with which the network outgrows memory", "smaller", fits);
    }

    // The widest output that the layers before leave room for, rounded down to a number a person would write.
    private int Fits(int units, long numbers, long weights)
    {
        long room = (MostNumbersPerRow - (_numbersPerRow - numbers)) / (numbers / units);
        if (weights > 0)
        {
            room = Math.Min(room, (MostWeights - (_weights - weights)) / Math.Max(1, weights / units));
        }

        long rounded = 1;
        while (rounded * 2 <= room)
        {
            rounded *= 2;
        }

        return (int)rounded;
    }
}
