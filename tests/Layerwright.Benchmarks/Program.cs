using Layerwright.Benchmarks;
using Layerwright.Benchmarks.Peers;

// Prints measured figures, each beside the peak of the core it ran on. Run in Release, one section by name or all but the last two:
// dotnet run -c Release --project tests/Layerwright.Benchmarks [products|convolutions|depthwise|small|passes|activations|training|monitor|threads|debug|table]
// Peers/README.md says how to come by the peers:
// table [SUITE…] [--only TEXT] [--onnxruntime LIBRARY] [--python PYTHON [--blas DIRECTORY:DIRECTORY]]
switch (args.FirstOrDefault())
{
    case "serve":
        TimingServer.Run();
        break;
    case "spin":
        ThreadFigures.Spin();
        break;
    case "onnx":
        OnnxStart.Run(args[1], args[2], args[3], args[4]);
        break;
    case "table":
        PrintTable();
        break;
    case "debug":
        DebugFigures.Print();
        break;
    default:
        PrintOwnFigures(args.FirstOrDefault() ?? "");
        break;
}

string? Option(string name)
{
    int index = Array.IndexOf(args, $"--{name}");
    return index >= 0 && index + 1 < args.Length ? args[index + 1] : Environment.GetEnvironmentVariable($"LAYERWRIGHT_{name.ToUpperInvariant()}");
}

void PrintTable()
{
    using PeerFigures figures = new(Option("onnxruntime"), Option("python"), Option("blas")?.Split(Path.PathSeparator) ?? []);
    SpeedTable table = new(MachineLimit.Measured(), Console.Error, Option("only"));
    foreach (ISuite suite in Suites.Chosen(args.Skip(1).TakeWhile(argument => !argument.StartsWith("--", StringComparison.Ordinal)), figures))
    {
        suite.Measure(table);
    }

    Console.WriteLine();
    table.Write(Console.Out);
}

static void PrintOwnFigures(string only)
{
    StartupFigures.Print();
    double peak = MachinePeak.Measure();
    Console.WriteLine($"One core multiplies and adds at {peak / 1e9:F1} GFLOP/s.");

    Section("products", () => ProductFigures.Print(peak));
    Section("convolutions", () => ConvolutionFigures.Print(peak));
    Section("convolutions", () => ConvolutionGradientFigures.Print(peak));
    Section("depthwise", () => DepthwiseFigures.Print(peak));
    Section("convolutions", WinogradFigures.Print);
    Section("small", () => SmallBatchFigures.Print(peak));
    Section("passes", PassFigures.Print);
    Section("passes", ImagePassFigures.Print);
    Section("activations", ActivationFigures.Print);
    Section("training", () => TrainingFigures.Print(peak));
    Section("monitor", MonitorFigures.Print);
    Section("threads", ThreadFigures.Print);

    void Section(string name, Action print)
    {
        if (only.Length == 0 || only == name)
        {
            Console.WriteLine();
            print();
        }
    }
}
