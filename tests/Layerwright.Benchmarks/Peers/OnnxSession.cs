using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Layerwright.Benchmarks.Peers;

/// <summary>A model in ONNX Runtime with its input and its preallocated output: <see cref="Run"/> is the call and nothing else.</summary>
internal sealed unsafe class OnnxSession : IDisposable
{
    private readonly nint _session;
    private readonly nint _input;
    private readonly nint _output;
    private readonly byte* _inputName;
    private readonly byte* _outputName;
    private readonly List<Array> _pinned = [];
    private readonly int[] _outputShape;

    public OnnxSession(OnnxModel model, int rows, ReadOnlySpan<float> inputs)
        : this(model.ToBytes(rows), model.InputShape(rows), model.Output, model.OutputShape(rows), inputs)
    {
    }

    /// <param name="model">A model's file.</param>
    /// <param name="inputShape">The shape of what it calls "input".</param>
    /// <param name="output">What it calls its output.</param>
    /// <param name="outputShape">The output's shape.</param>
    /// <param name="inputs">The inputs.</param>
    public OnnxSession(ReadOnlySpan<byte> model, int[] inputShape, string output, int[] outputShape, ReadOnlySpan<float> inputs)
    {
        _session = OnnxRuntime.CreateSession(model);
        float[] input = Pin<float>(inputs.Length);
        inputs.CopyTo(input);
        Outputs = Pin<float>(outputShape.Aggregate(1, (product, size) => product * size));
        _input = OnnxRuntime.CreateTensor(Pointer(input), inputShape);
        _output = OnnxRuntime.CreateTensor(Pointer(Outputs), outputShape);
        _inputName = PinName("input");
        _outputName = PinName(output);
        _outputShape = outputShape;
    }

    /// <summary>What the last <see cref="Run"/> gave.</summary>
    public float[] Outputs { get; }

    /// <summary>Some numbers of a run's result, channels last.</summary>
    public double[] Sample()
    {
        Run();
        float[] values = _outputShape.Length == 4 ? Exchanged(Outputs, _outputShape[0], _outputShape[1]) : Outputs;
        return [.. BenchmarkData.Pick(values)];
    }

    /// <summary>Images whose channels come first, of some whose channels come last; vectors stay.</summary>
    public static float[] ChannelsFirst(ReadOnlySpan<float> rows, int count, params ReadOnlySpan<int> shape) =>
        shape.Length > 1 ? Exchanged(rows, count, rows.Length / count / shape[0]) : rows.ToArray();

    public void Run() => OnnxRuntime.Run(_session, _inputName, _input, _outputName, _output);

    public void Dispose()
    {
        OnnxRuntime.ReleaseTensor(_input);
        OnnxRuntime.ReleaseTensor(_output);
        OnnxRuntime.ReleaseSession(_session);
    }

    /// <summary>Each row a matrix of so many rows of its own, transposed.</summary>
    private static float[] Exchanged(ReadOnlySpan<float> rows, int count, int lines)
    {
        float[] result = new float[rows.Length];
        int length = rows.Length / count, columns = length / lines;
        for (int i = 0; i < rows.Length; i++)
        {
            int row = i / length, line = i % length / columns, column = i % columns;
            result[(row * length) + (column * lines) + line] = rows[i];
        }

        return result;
    }

    private T[] Pin<T>(int length)
    {
        T[] array = GC.AllocateArray<T>(length, pinned: true);
        _pinned.Add(array);
        return array;
    }

    private byte* PinName(string name)
    {
        byte[] bytes = Pin<byte>(Encoding.UTF8.GetByteCount(name) + 1);
        Encoding.UTF8.GetBytes(name, bytes);
        return (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(bytes));
    }

    private static float* Pointer(float[] array) => (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
}
