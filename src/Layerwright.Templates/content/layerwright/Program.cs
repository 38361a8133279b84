using System.Diagnostics;
using System.Globalization;
using Layerwright;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// 1. The data: four columns of measurements, and in the last one the species. Replace the file by one of your own;
//    PenguinNet.cs then says how many columns and classes it has.
Dataset penguins = CsvReader.Read(Path.Combine(AppContext.BaseDirectory, "Data", "penguins.csv"));
IReadOnlyList<string> species = penguins.ClassNames!;
var (rest, test) = penguins.Split(trainShare: 0.8, seed: 1);
var (training, validation) = rest.Split(trainShare: 0.8, seed: 2);
Console.WriteLine($"{training.Count} penguins to train on, {validation.Count} to watch the training by, {test.Count} to test with at the end.\n");

// 2. The network: the layers of PenguinNet.cs. Its code was written by the compiler: F12 on a member of `network` opens it.
//    The normaliser brings millimetres and grams to one scale; it is saved with the network.
Console.WriteLine(PenguinNet.Summary);
var network = new PenguinNet(seed: 1) { Normalizer = Normalizer.FitStandardize(training) };

// 3. Training, with a monitor that looks at every layer and says what goes wrong.
var monitor = new TrainingMonitor();
var trainer = new Trainer<PenguinNet>(network, new AdamW(1e-2f))
{
    BatchSize = 32,
    Seed = 1,
    Schedule = new CosineDecay(),
    Metrics = [new Accuracy()],
    Observers = [monitor],
};
var watch = Stopwatch.StartNew();
TrainingHistory history = trainer.Fit(training, validation, epochs: 15);
Console.WriteLine($"{history}\nTrained in {watch.Elapsed.TotalSeconds:f1} s.");
foreach (Finding finding in monitor.Findings)
{
    Console.WriteLine(finding);
}

TrainingReport.WriteHtml("report.html", monitor);
Console.WriteLine($"Curves and layers are in {Path.GetFullPath("report.html")}\n");

// 4. The test, once, on rows that nothing was chosen by.
Evaluation evaluation = trainer.Evaluate(test);
Console.WriteLine($"Accuracy on {evaluation.Rows} penguins never seen before: {evaluation["Accuracy"]:p1}");
Console.WriteLine(evaluation.ConfusionMatrix!.ToString(species));

// 5. Save, load, predict. A predictor takes measurements as they are, and allocates nothing when it predicts.
network.Save("penguins.safetensors");
var predictor = PenguinNet.Load("penguins.safetensors").CreatePredictor();
float[] penguin = [49.1f, 14.8f, 220, 5150];
var probabilities = new float[PenguinNet.OutputLength];
predictor.Predict(penguin, probabilities);
Console.WriteLine("\nA penguin with a bill of 49.1 × 14.8 mm, flippers of 220 mm and a mass of 5,150 g is:");
for (int i = 0; i < species.Count; i++)
{
    Console.WriteLine($"  {species[i],-10} {probabilities[i],7:p1}");
}
