using System.Runtime.InteropServices;

namespace Layerwright.Benchmarks.Peers;

/// <summary>
/// A chain of ONNX operators over float tensors as the bytes of a model file. Only what the benchmarks need of the format:
/// https://github.com/onnx/onnx/blob/main/onnx/onnx.proto has the field numbers.
/// </summary>
internal sealed class OnnxModel
{
    private const int FileVersion = 8, OperatorSet = 13, FloatType = 1, IntegerAttribute = 2, IntegersAttribute = 7;

    private readonly ProtobufMessage _graph = new();
    private readonly int[] _inputShape;
    private int[] _shape;
    private int _nodes;

    /// <param name="inputShape">Of one row: a length, or channels, height and width.</param>
    public OnnxModel(params int[] inputShape) => _inputShape = _shape = inputShape;

    /// <summary>Elements of a row so far.</summary>
    public int Length => _shape.Aggregate(1, (product, size) => product * size);

    /// <summary>The name of the last operator's output; "input" before the first.</summary>
    public string Output { get; private set; } = "input";

    /// <summary>The shape of the input of so many rows.</summary>
    public int[] InputShape(int rows) => [rows, .. _inputShape];

    /// <summary>The shape of the output of so many rows.</summary>
    public int[] OutputShape(int rows) => [rows, .. _shape];

    /// <summary>Appends y = x · Wᵀ + b with W as the state dictionary has it, [outputs, inputs].</summary>
    public OnnxModel Dense(string weightName, float[] weight, string biasName, float[] bias)
    {
        AddConstant(weightName, weight, bias.Length, Length);
        AddConstant(biasName, bias, bias.Length);
        _shape = [bias.Length];
        return Append("Gemm", [Integer("transB", 1)], weightName, biasName);
    }

    /// <summary>Appends a convolution with W as the state dictionary has it, [filters, channels, kernel, kernel].</summary>
    public OnnxModel Convolution(string weightName, float[] weight, int filters, string? biasName, float[]? bias, int kernel, int stride, int pad)
    {
        AddConstant(weightName, weight, filters, _shape[0], kernel, kernel);
        _shape = [filters, Places(_shape[1]), Places(_shape[2])];
        ProtobufMessage[] attributes =
        [
            Integers("kernel_shape", kernel, kernel), Integers("pads", pad, pad, pad, pad), Integers("strides", stride, stride),
        ];
        if (biasName is null)
        {
            return Append("Conv", attributes, weightName);
        }

        AddConstant(biasName, bias!, filters);
        return Append("Conv", attributes, weightName, biasName);

        int Places(int size) => ((size + (2 * pad) - kernel) / stride) + 1;
    }

    /// <summary>Appends batch normalisation in inference: scale, shift, running mean and variance of each channel.</summary>
    public OnnxModel Normalize(string[] names, float[][] values)
    {
        for (int i = 0; i < names.Length; i++)
        {
            AddConstant(names[i], values[i], values[i].Length);
        }

        return Append("BatchNormalization", [], names);
    }

    /// <summary>Appends the sum of a branch and a shortcut, both of the present output.</summary>
    public OnnxModel Residual(Action branch, Action shortcut)
    {
        (string input, int[] shape) = (Output, _shape);
        branch();
        string sum = Output;
        (Output, _shape) = (input, shape);
        shortcut();
        return Append("Add", [], sum);
    }

    /// <summary>Appends means over height and width.</summary>
    public OnnxModel GlobalAveragePool()
    {
        _shape = [_shape[0], 1, 1];
        return Append("GlobalAveragePool", []);
    }

    /// <summary>Appends the maxima of windows that stand side by side.</summary>
    public OnnxModel MaxPool(int window)
    {
        _shape = [_shape[0], _shape[1] / window, _shape[2] / window];
        return Append("MaxPool", [Integers("kernel_shape", window, window), Integers("strides", window, window)]);
    }

    /// <summary>Appends the change of an image to a vector.</summary>
    public OnnxModel Flatten()
    {
        _shape = [Length];
        return Append("Flatten", []);
    }

    /// <summary>Appends an operator without parameters: Relu, Tanh, Softmax (over the last axis).</summary>
    public OnnxModel Activation(string name) => Append(name, []);

    /// <summary>The model for batches of so many rows; its input is called "input", its output <see cref="Output"/>.</summary>
    public byte[] ToBytes(int rows)
    {
        ProtobufMessage graph = new ProtobufMessage().Append(_graph)
            .Text(2, "benchmark")
            .Message(11, Value("input", InputShape(rows)))
            .Message(12, Value(Output, OutputShape(rows)));
        return new ProtobufMessage()
            .Number(1, FileVersion)
            .Message(8, new ProtobufMessage().Text(1, "").Number(2, OperatorSet))
            .Message(7, graph)
            .ToArray();
    }

    private OnnxModel Append(string type, ProtobufMessage[] attributes, params string[] parameters)
    {
        ProtobufMessage node = new ProtobufMessage().Text(1, Output);
        foreach (string parameter in parameters)
        {
            node.Text(1, parameter);
        }

        Output = $"{type}{++_nodes}";
        node.Text(2, Output).Text(4, type);
        foreach (ProtobufMessage attribute in attributes)
        {
            node.Message(5, attribute);
        }

        _graph.Message(1, node);
        return this;
    }

    private void AddConstant(string name, float[] values, params ReadOnlySpan<int> shape)
    {
        ProtobufMessage tensor = new();
        foreach (int size in shape)
        {
            tensor.Number(1, size);
        }

        _graph.Message(5, tensor.Number(2, FloatType).Text(8, name).Bytes(9, MemoryMarshal.AsBytes(values.AsSpan())));
    }

    private static ProtobufMessage Integer(string name, int value) =>
        new ProtobufMessage().Text(1, name).Number(3, value).Number(20, IntegerAttribute);

    private static ProtobufMessage Integers(string name, params ReadOnlySpan<int> values)
    {
        ProtobufMessage attribute = new ProtobufMessage().Text(1, name);
        foreach (int value in values)
        {
            attribute.Number(8, value);
        }

        return attribute.Number(20, IntegersAttribute);
    }

    private static ProtobufMessage Value(string name, ReadOnlySpan<int> sizes)
    {
        ProtobufMessage shape = new();
        foreach (int size in sizes)
        {
            shape.Message(1, new ProtobufMessage().Number(1, size));
        }

        ProtobufMessage tensor = new ProtobufMessage().Number(1, FloatType).Message(2, shape);
        return new ProtobufMessage().Text(1, name).Message(2, new ProtobufMessage().Message(1, tensor));
    }
}
