using System.Numerics.Tensors;

namespace Layerwright.Benchmarks.Peers;

/// <summary>
/// Dense layers as a user writes them over <see cref="TensorPrimitives"/> alone, without allocating: weights [outputs][inputs], a dot
/// product for each output forward, a scaled addition for each output backward, updates over whole arrays.
/// </summary>
internal sealed class HandwrittenNetwork
{
    private readonly HandwrittenLayer[] _layers;
    private readonly int _rows;
    private readonly bool _isClassifier;

    public HandwrittenNetwork(IReadOnlyList<DenseLayer> layers, int rows, bool isClassifier)
    {
        _layers = [.. layers.Select(layer => new HandwrittenLayer(layer, rows))];
        _rows = rows;
        _isClassifier = isClassifier;
    }

    /// <summary>The last layer's.</summary>
    public float[] Outputs => _layers[^1].Outputs;

    /// <summary>Raw outputs, or probabilities of classes.</summary>
    public void Predict(float[] inputs)
    {
        Forward(inputs);
        if (_isClassifier)
        {
            int width = Outputs.Length / _rows;
            for (int row = 0; row < _rows; row++)
            {
                Softmax(Outputs.AsSpan(row * width, width));
            }
        }
    }

    /// <summary>A step of gradient descent with momentum 0.9.</summary>
    /// <returns>The mean loss before the update.</returns>
    public float Step(float[] inputs, int[] labels, float[] targets, float rate)
    {
        Forward(inputs);
        float loss = _isClassifier ? CrossEntropy(labels) : SquaredError(targets);
        for (int i = _layers.Length - 1; i >= 0; i--)
        {
            _layers[i].Backward(i > 0 ? _layers[i - 1].Outputs : inputs, i > 0 ? _layers[i - 1].Gradient : null);
        }

        foreach (HandwrittenLayer layer in _layers)
        {
            layer.Update(rate, 0.9f);
        }

        return loss;
    }

    private void Forward(float[] inputs)
    {
        foreach (HandwrittenLayer layer in _layers)
        {
            layer.Forward(inputs);
            inputs = layer.Outputs;
        }
    }

    private float CrossEntropy(int[] labels)
    {
        int width = Outputs.Length / _rows;
        float loss = 0;
        for (int row = 0; row < _rows; row++)
        {
            Span<float> outputs = Outputs.AsSpan(row * width, width), gradient = _layers[^1].Gradient.AsSpan(row * width, width);
            outputs.CopyTo(gradient);
            Softmax(gradient);
            loss -= MathF.Log(gradient[labels[row]]);
            gradient[labels[row]] -= 1;
            TensorPrimitives.Divide(gradient, _rows, gradient);
        }

        return loss / _rows;
    }

    private float SquaredError(float[] targets)
    {
        float[] gradient = _layers[^1].Gradient;
        TensorPrimitives.Subtract(Outputs, targets, gradient);
        float loss = TensorPrimitives.SumOfSquares(gradient) / gradient.Length;
        TensorPrimitives.Multiply(gradient, 2f / gradient.Length, gradient);
        return loss;
    }

    private static void Softmax(Span<float> values)
    {
        TensorPrimitives.Subtract(values, TensorPrimitives.Max(values), values);
        TensorPrimitives.SoftMax(values, values);
    }
}
