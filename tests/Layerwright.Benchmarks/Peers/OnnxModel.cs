using System.Runtime.InteropServices;

namespace Layerwright.Benchmarks.Peers;

/// <summary>
/// A chain of ONNX operators over float tensors as the bytes of a model file. Only what the benchmarks need of the format:
/// https://github.com/onnx/onnx/blob/main/onnx/onnx.proto has the field numbers.
/// </summary>
internal sealed class OnnxModel
{
    private const int FileVersion = 8, OperatorSet = 13, FloatType = 1, IntegerAttribute = 2;

    private readonly ProtobufMessage _graph = new();
    private readonly int _inputLength;
    private int _nodes;

    public OnnxModel(int inputLength)
    {
        _inputLength = inputLength;
        Length = inputLength;
    }

    /// <summary>Elements of a row so far.</summary>
    public int Length { get; private set; }

    /// <summary>The name of the last operator's output; "input" before the first.</summary>
    public string Output { get; private set; } = "input";

    /// <summary>Appends y = x · Wᵀ + b with W as the state dictionary has it, [outputs, inputs].</summary>
    public OnnxModel Dense(string weightName, float[] weight, string biasName, float[] bias)
    {
        AddConstant(weightName, weight, bias.Length, Length);
        AddConstant(biasName, bias, bias.Length);
        Length = bias.Length;
        return Append("Gemm", new ProtobufMessage().Text(1, "transB").Number(3, 1).Number(20, IntegerAttribute), weightName, biasName);
    }

    /// <summary>Appends an operator without parameters: Relu, Tanh, Softmax (over the last axis).</summary>
    public OnnxModel Activation(string name) => Append(name, null);

    /// <summary>The model for batches of so many rows; its input is called "input", its output <see cref="Output"/>.</summary>
    public byte[] ToBytes(int rows)
    {
        ProtobufMessage graph = new ProtobufMessage().Append(_graph)
            .Text(2, "benchmark")
            .Message(11, Value("input", rows, _inputLength))
            .Message(12, Value(Output, rows, Length));
        return new ProtobufMessage()
            .Number(1, FileVersion)
            .Message(8, new ProtobufMessage().Text(1, "").Number(2, OperatorSet))
            .Message(7, graph)
            .ToArray();
    }

    private OnnxModel Append(string type, ProtobufMessage? attribute, params string[] parameters)
    {
        ProtobufMessage node = new ProtobufMessage().Text(1, Output);
        foreach (string parameter in parameters)
        {
            node.Text(1, parameter);
        }

        Output = $"{type}{++_nodes}";
        node.Text(2, Output).Text(4, type);
        _graph.Message(1, attribute is null ? node : node.Message(5, attribute));
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

    private static ProtobufMessage Value(string name, int rows, int columns)
    {
        ProtobufMessage shape = new ProtobufMessage()
            .Message(1, new ProtobufMessage().Number(1, rows))
            .Message(1, new ProtobufMessage().Number(1, columns));
        ProtobufMessage tensor = new ProtobufMessage().Number(1, FloatType).Message(2, shape);
        return new ProtobufMessage().Text(1, name).Message(2, new ProtobufMessage().Message(1, tensor));
    }
}
