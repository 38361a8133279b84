using System.Numerics.Tensors;

namespace Layerwright.Benchmarks.Peers;

/// <summary>One dense layer of a <see cref="HandwrittenNetwork"/>, with its gradients and velocities.</summary>
internal sealed class HandwrittenLayer(DenseLayer layer, int rows)
{
    private readonly int _outputs = layer.Bias.Length;
    private readonly int _inputs = layer.Weight.Length / layer.Bias.Length;
    private readonly float[] _weight = [.. layer.Weight];
    private readonly float[] _bias = [.. layer.Bias];
    private readonly float[] _weightGradient = new float[layer.Weight.Length];
    private readonly float[] _biasGradient = new float[layer.Bias.Length];
    private readonly float[] _weightVelocity = new float[layer.Weight.Length];
    private readonly float[] _biasVelocity = new float[layer.Bias.Length];
    private readonly float[] _slopes = new float[layer.Bias.Length];

    public float[] Outputs { get; } = new float[rows * layer.Bias.Length];

    /// <summary>The loss's gradient with respect to <see cref="Outputs"/>.</summary>
    public float[] Gradient { get; } = new float[rows * layer.Bias.Length];

    public void Forward(ReadOnlySpan<float> inputs)
    {
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> input = inputs.Slice(row * _inputs, _inputs);
            Span<float> output = Outputs.AsSpan(row * _outputs, _outputs);
            for (int i = 0; i < _outputs; i++)
            {
                output[i] = TensorPrimitives.Dot(_weight.AsSpan(i * _inputs, _inputs), input) + _bias[i];
            }

            if (layer.Activation == "relu")
            {
                TensorPrimitives.Max(output, 0f, output);
            }
            else if (layer.Activation == "tanh")
            {
                TensorPrimitives.Tanh(output, output);
            }
        }
    }

    /// <summary>Gradients of the weights and, where wanted, of the inputs.</summary>
    public void Backward(ReadOnlySpan<float> inputs, float[]? inputGradient)
    {
        Array.Clear(_weightGradient);
        Array.Clear(_biasGradient);
        inputGradient?.AsSpan().Clear();
        for (int row = 0; row < rows; row++)
        {
            Span<float> gradient = Gradient.AsSpan(row * _outputs, _outputs);
            Differentiate(Outputs.AsSpan(row * _outputs, _outputs), gradient);
            ReadOnlySpan<float> input = inputs.Slice(row * _inputs, _inputs);
            TensorPrimitives.Add(_biasGradient, gradient, _biasGradient);
            for (int i = 0; i < _outputs; i++)
            {
                // ReLU leaves many zeros.
                if (gradient[i] == 0)
                {
                    continue;
                }

                Span<float> weightGradient = _weightGradient.AsSpan(i * _inputs, _inputs);
                TensorPrimitives.MultiplyAdd(input, gradient[i], weightGradient, weightGradient);
                if (inputGradient is not null)
                {
                    Span<float> back = inputGradient.AsSpan(row * _inputs, _inputs);
                    TensorPrimitives.MultiplyAdd(_weight.AsSpan(i * _inputs, _inputs), gradient[i], back, back);
                }
            }
        }
    }

    public void Update(float rate, float momentum)
    {
        Update(_weight, _weightGradient, _weightVelocity, rate, momentum);
        Update(_bias, _biasGradient, _biasVelocity, rate, momentum);
    }

    private static void Update(float[] values, float[] gradient, float[] velocity, float rate, float momentum)
    {
        TensorPrimitives.MultiplyAdd(velocity, momentum, gradient, velocity);
        TensorPrimitives.MultiplyAdd(velocity, -rate, values, values);
    }

    private void Differentiate(ReadOnlySpan<float> outputs, Span<float> gradient)
    {
        if (layer.Activation == "relu")
        {
            for (int i = 0; i < gradient.Length; i++)
            {
                gradient[i] = outputs[i] > 0 ? gradient[i] : 0;
            }
        }
        else if (layer.Activation == "tanh")
        {
            TensorPrimitives.Multiply(outputs, outputs, _slopes);
            TensorPrimitives.Subtract(1f, _slopes, _slopes);
            TensorPrimitives.Multiply(gradient, _slopes, gradient);
        }
    }
}
