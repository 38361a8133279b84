using Layerwright;
using TransferSample;

const int ImagesPerClass = 20, Draws = 10;

var (old, unseen) = Clothing.Load();

Console.WriteLine($"1. Features: {old.Training.Count:n0} images of eight classes, none of {unseen.Names}");
var (training, validation) = old.Training.Split(0.95, seed: 1);
var features = new EightClasses(seed: 1) { Normalizer = Normalizer.FitPerChannel(training) };
var trainer = new Trainer<EightClasses>(features, new Sgd(0.1f) { Momentum = 0.9f, WeightDecay = 5e-4f }) { Seed = 1, Schedule = new OneCycle() };
Console.WriteLine(trainer.Fit(training, validation, epochs: 5));
Console.WriteLine($"Test accuracy on the eight classes: {trainer.Evaluate(old.Test)["Accuracy"]:p1}");

Console.WriteLine($"\n2. {unseen.Names} from {ImagesPerClass} images of each, {Draws} times other ones; accuracy on {unseen.Test.Count} test images");
Console.WriteLine("draw   from scratch   new head   fine-tuned");
var results = new double[Draws, 3];
CopyReport? copied = null;
for (int draw = 0; draw < Draws; draw++)
{
    // Stratified: as many of each class.
    var images = new FewImages(unseen.Training.Split(ImagesPerClass * 2.0 / unseen.Training.Count, (ulong)draw).Train, (ulong)draw);
    var scratch = images.FromScratch();
    (var head, copied) = images.NewHead(features);
    var tuned = images.FineTune(head.Network);
    results[draw, 0] = scratch.Evaluate(unseen.Test)["Accuracy"];
    results[draw, 1] = head.Evaluate(unseen.Test)["Accuracy"];
    results[draw, 2] = tuned.Evaluate(unseen.Test)["Accuracy"];
    Console.WriteLine($"{draw + 1,4}   {results[draw, 0],12:p1}   {results[draw, 1],8:p1}   {results[draw, 2],10:p1}");
}

double Mean(int way) => Enumerable.Range(0, Draws).Average(draw => results[draw, way]);
Console.WriteLine($"mean   {Mean(0),12:p1}   {Mean(1),8:p1}   {Mean(2),10:p1}");
Console.WriteLine($"Gain over training from scratch: new head {100 * (Mean(1) - Mean(0)):+0.0;-0.0} points, fine-tuned {100 * (Mean(2) - Mean(0)):+0.0;-0.0} points");
Console.WriteLine($"\nWhat the new head's network took from the first, by name: {copied}");
