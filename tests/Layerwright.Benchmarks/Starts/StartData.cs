using System.Runtime.InteropServices;
using Layerwright.Benchmarks.Peers;

namespace Layerwright.Benchmarks;

/// <summary>A folder with what programs that start anew read: inputs, and each network's weights in the peers' formats.</summary>
internal sealed class StartData : IDisposable
{
    public const string Mlp = "mlp", LeNet = "lenet";
    public const int BatchSize = 128, ImageSize = 28, InputLength = ImageSize * ImageSize, Classes = 10;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("layerwright-starts-");
    private readonly Dictionary<string, string> _outputs = [];

    public StartData()
    {
        File.WriteAllBytes(InputsFile(Folder), MemoryMarshal.AsBytes(BenchmarkData.Inputs.AsSpan(0, BatchSize * InputLength)));
        new DigitNet(SpeedWorks.Seed).Save(Path.Combine(Folder, $"{Mlp}.safetensors"));
        new LeNet(SpeedWorks.Seed).Save(Path.Combine(Folder, $"{LeNet}.safetensors"));
        WriteModel(Mlp, BenchmarkNetworks.Of(nameof(DigitNet)));
        WriteModel(LeNet, BenchmarkNetworks.Of(nameof(Benchmarks.LeNet)));
    }

    /// <summary>The folder.</summary>
    public string Folder => _directory.FullName;

    /// <summary>A batch of inputs.</summary>
    public static string InputsFile(string folder) => Path.Combine(folder, "inputs.f32");

    /// <summary>What a network's model calls its output.</summary>
    public string OutputOf(string network) => _outputs[network];

    public void Dispose() => _directory.Delete(recursive: true);

    private void WriteModel(string name, BenchmarkNetwork network)
    {
        PeerModel model = network.Describe();
        model.Onnx.Activation("Softmax");
        File.WriteAllBytes(OnnxStart.ModelFile(Folder, name), model.Onnx.ToBytes(1));
        _outputs.Add(name, model.Onnx.Output);
    }
}
