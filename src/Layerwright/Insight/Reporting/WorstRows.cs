using System.Numerics.Tensors;

namespace Layerwright.Reporting;

/// <summary>Finds the rows that a classifier is most wrong about.</summary>
internal static class WorstRows
{
    public static IReadOnlyList<Mistake> Find(IPredictor predictor, Dataset data, int count)
    {
        Check(predictor, data);
        var worst = new PriorityQueue<Mistake, (double Gap, int Row)>();
        RowOutputs.Visit(predictor, data, (row, outputs) => Take(worst, data, row, outputs, count));

        var found = new Mistake[worst.Count];
        for (int i = found.Length - 1; i >= 0; i--)
        {
            Mistake mistake = worst.Dequeue();
            found[i] = mistake with { Shape = data.RowShape, Input = data.Input(mistake.Row).ToArray() };
        }

        return found;
    }

    /// <summary>Keeps a row among the worst if it is one; the queue gives the least bad first.</summary>
    private static void Take(PriorityQueue<Mistake, (double Gap, int Row)> worst, Dataset data, int row, ReadOnlySpan<float> outputs, int count)
    {
        int label = data.Label(row);
        if (label == data.IgnoreLabel)
        {
            return;
        }

        // One output is the probability of class 1; the other class has the rest.
        ReadOnlySpan<float> classes = outputs.Length > 1 ? outputs : [1 - outputs[0], outputs[0]];
        int predicted = TensorPrimitives.IndexOfMax(classes);
        if (predicted == label)
        {
            return;
        }

        double gap = (double)classes[predicted] - classes[label];
        bool areProbabilities = TensorPrimitives.Min(classes) >= 0 && Math.Abs(TensorPrimitives.Sum(classes) - 1) < 1e-3;
        worst.Enqueue(
            new Mistake(row, label, predicted)
            {
                Probability = areProbabilities ? classes[predicted] : null,
                LabelProbability = areProbabilities ? classes[label] : null,
            },
            (double.IsNaN(gap) ? double.PositiveInfinity : gap, -row));
        if (worst.Count > count)
        {
            worst.Dequeue();
        }
    }

    private static void Check(IPredictor predictor, Dataset data)
    {
        if (data.LabelsPerRow != 1)
        {
            throw new ArgumentException(
                data.HasLabels
                    ? $"Mistakes are told by row; these rows have {data.LabelsPerRow} labels each."
                    : "Mistakes are told by class; these rows have targets, not labels.",
                nameof(data));
        }

        RowOutputs.Check(predictor, data);
        int outputs = data.Classes == 2 && predictor.OutputLength == 1 ? 2 : predictor.OutputLength;
        if (outputs != data.Classes)
        {
            throw new ArgumentException($"The network has {predictor.OutputLength} outputs; the rows are of {data.Classes} classes.", nameof(data));
        }
    }
}
