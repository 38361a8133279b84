using System.Globalization;
using System.Runtime.InteropServices;
using Layerwright.Benchmarks.Peers;

namespace Layerwright.Benchmarks;

/// <summary>This program as one that only predicts with ONNX Runtime: loads the library and a model, runs it once, and waits.</summary>
internal static class OnnxStart
{
    /// <summary>The file of a network's model.</summary>
    public static string ModelFile(string directory, string network) => Path.Combine(directory, $"{network}.onnx");

    public static void Run(string library, string directory, string network, string output)
    {
        OnnxRuntime.Load(library);
        int[] input = network == StartData.Mlp ? [1, StartData.InputLength] : [1, 1, StartData.ImageSize, StartData.ImageSize];
        ReadOnlySpan<float> row = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(StartData.InputsFile(directory)))[..StartData.InputLength];
        using OnnxSession session = new(File.ReadAllBytes(ModelFile(directory, network)), input, output, [1, StartData.Classes], row);
        session.Run();
        Console.WriteLine(session.Outputs[0].ToString("R", CultureInfo.InvariantCulture));
        Console.In.ReadLine();
    }
}
