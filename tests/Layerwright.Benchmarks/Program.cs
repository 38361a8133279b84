using Layerwright.Benchmarks;

// Prints measured figures, each beside the peak of the core it ran on. Run in Release, one section by name or all:
// dotnet run -c Release --project tests/Layerwright.Benchmarks [products|"small batches"|passes|training]
string only = args.Length > 0 ? args[0] : "";
StartupFigures.Print();
double peak = MachinePeak.Measure();
Console.WriteLine($"One core multiplies and adds at {peak / 1e9:F1} GFLOP/s.");

Section("products", () => ProductFigures.Print(peak));
Section("small batches", () => SmallBatchFigures.Print(peak));
Section("passes", PassFigures.Print);
Section("training", () => TrainingFigures.Print(peak));

void Section(string name, Action print)
{
    if (only.Length == 0 || only == name)
    {
        Console.WriteLine();
        print();
    }
}
