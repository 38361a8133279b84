using System.Runtime.InteropServices;

namespace Layerwright.Benchmarks.Peers;

/// <summary>
/// ONNX Runtime through its C API. The functions are entries of one table that only ever grows at its end
/// (onnxruntime_c_api.h, struct OrtApi); the numbers here are their places.
/// </summary>
internal static unsafe class OnnxRuntime
{
    /// <summary>Any version since 1.17 has this table.</summary>
    private const uint TableVersion = 17;

    private const int Warning = 2;

    private static void** table;
    private static nint environment;

    /// <summary>Loads the library once; its version.</summary>
    /// <exception cref="DllNotFoundException">There is no such library.</exception>
    public static string Load(string path)
    {
        nint library = NativeLibrary.Load(path);
        var getBase = (delegate* unmanaged<void**>)NativeLibrary.GetExport(library, "OrtGetApiBase");
        void** functions = getBase();
        table = ((delegate* unmanaged<uint, void**>)functions[0])(TableVersion);
        nint created;
        fixed (byte* name = "benchmark\0"u8)
        {
            Check(((delegate* unmanaged<int, byte*, nint*, nint>)table[3])(Warning, name, &created));
        }

        environment = created;
        return Marshal.PtrToStringUTF8((nint)((delegate* unmanaged<byte*>)functions[1])())!;
    }

    /// <summary>A session on one thread, operators in sequence, every graph optimisation.</summary>
    public static nint CreateSession(ReadOnlySpan<byte> model)
    {
        const int AllOptimizations = 99;
        nint options, session;
        Check(((delegate* unmanaged<nint*, nint>)table[10])(&options));
        Check(((delegate* unmanaged<nint, int, nint>)table[13])(options, 0));
        Check(((delegate* unmanaged<nint, int, nint>)table[23])(options, AllOptimizations));
        Check(((delegate* unmanaged<nint, int, nint>)table[24])(options, 1));
        fixed (byte* bytes = model)
        {
            Check(((delegate* unmanaged<nint, byte*, nint, nint, nint*, nint>)table[8])(
                environment, bytes, model.Length, options, &session));
        }

        ((delegate* unmanaged<nint, void>)table[100])(options);
        return session;
    }

    /// <summary>A tensor over pinned memory, which stays the caller's.</summary>
    public static nint CreateTensor(float* data, ReadOnlySpan<int> shape)
    {
        const int DeviceAllocator = 0, DefaultMemory = 0, Float = 1;
        nint memory, tensor, length = sizeof(float);
        long* sizes = stackalloc long[shape.Length];
        for (int i = 0; i < shape.Length; i++)
        {
            sizes[i] = shape[i];
            length *= shape[i];
        }

        Check(((delegate* unmanaged<int, int, nint*, nint>)table[69])(DeviceAllocator, DefaultMemory, &memory));
        Check(((delegate* unmanaged<nint, float*, nint, long*, nint, int, nint*, nint>)table[49])(
            memory, data, length, sizes, shape.Length, Float, &tensor));
        ((delegate* unmanaged<nint, void>)table[94])(memory);
        return tensor;
    }

    /// <summary>Runs a session from one tensor into another.</summary>
    public static void Run(nint session, byte* inputName, nint input, byte* outputName, nint output) =>
        Check(((delegate* unmanaged<nint, nint, byte**, nint*, nint, byte**, nint, nint*, nint>)table[9])(
            session, 0, &inputName, &input, 1, &outputName, 1, &output));

    /// <summary>Frees a session.</summary>
    public static void ReleaseSession(nint session) => ((delegate* unmanaged<nint, void>)table[95])(session);

    /// <summary>Frees a tensor, not its memory.</summary>
    public static void ReleaseTensor(nint tensor) => ((delegate* unmanaged<nint, void>)table[96])(tensor);

    private static void Check(nint status)
    {
        if (status != 0)
        {
            string message = Marshal.PtrToStringUTF8((nint)((delegate* unmanaged<nint, byte*>)table[2])(status))!;
            ((delegate* unmanaged<nint, void>)table[93])(status);
            throw new InvalidOperationException($"ONNX Runtime: {message}");
        }
    }
}
