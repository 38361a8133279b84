using System.Globalization;
using FashionMnistSample;
using Layerwright;
using PyTorchSample;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string data = Path.Combine(AppContext.BaseDirectory, "Data");
string folder = Directory.CreateDirectory(args.FirstOrDefault() ?? ".").FullName;
var (training, test) = FashionMnist.Load(FashionMnist.Shipped);

// Weights, running statistics and normaliser; every name and shape is checked before anything is copied.
var network = Garments.Load(Path.Combine(data, "garments.safetensors"));
Console.WriteLine("1. What PyTorch trained and wrote:");
foreach (StateEntry entry in network.State.Values)
{
    Console.WriteLine($"   {entry}");
}

float[] theirs = [.. File.ReadLines(Path.Combine(data, "outputs.csv")).SelectMany(Numbers)];
float[] ours = Outputs(theirs.Length);
Console.WriteLine($"   Largest difference of {theirs.Length:n0} outputs from PyTorch's: {ours.Zip(theirs, (our, their) => MathF.Abs(our - their)).Max():0.0e-00}");

var trainer = new Trainer<Garments>(network, new AdamW(3e-4f)) { Seed = 1, Schedule = new CosineDecay(), Metrics = [new Accuracy()] };
Console.WriteLine($"   Test accuracy: {trainer.Evaluate(test)["Accuracy"]:p2}");

Console.WriteLine("\n2. Trained on, in .NET:");
trainer.Fit(training, epochs: 2);
Console.WriteLine($"   Test accuracy: {trainer.Evaluate(test)["Accuracy"]:p2}");

Console.WriteLine("\n3. The way back:");
network.Save(Path.Combine(folder, "trained.safetensors"));
File.WriteAllLines(
    Path.Combine(folder, "trained.csv"),
    Outputs(theirs.Length).Chunk(Garments.OutputLength).Select(row => string.Join(',', row.Select(value => value.ToString("g9", CultureInfo.InvariantCulture)))));
Console.WriteLine($"   trained.safetensors and trained.csv are in {folder}; in PyTorch:");
Console.WriteLine($"   python3 samples/PyTorch/check.py {folder}");

static IEnumerable<float> Numbers(string line) => line.Split(',').Select(text => float.Parse(text, CultureInfo.InvariantCulture));

// Raw outputs of the first test images, so many numbers.
float[] Outputs(int length)
{
    int rows = length / Garments.OutputLength;
    var inputs = new float[rows * Garments.InputLength];
    test.CopyInputs([.. Enumerable.Range(0, rows)], inputs);
    var outputs = new float[length];
    network.CreatePredictor(rows).Forward(inputs, outputs);
    return outputs;
}
