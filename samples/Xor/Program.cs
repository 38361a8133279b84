using Layerwright;

float[] inputs = [0, 0, 0, 1, 1, 0, 1, 1], targets = [0, 1, 1, 0]; // four rows: a and b, and whether one of them alone is 1
var network = new Xor(seed: 1);
var trainer = new Trainer<Xor>(network, new Adam(0.05f)) { BatchSize = 4 };
TrainingHistory history = trainer.Fit(Dataset.FromTargets(inputs, targets, outputLength: 1), epochs: 200);
Console.WriteLine($"loss after 1, 50 and 200 epochs: {history.TrainingLoss[0]:f3}, {history.TrainingLoss[49]:f3}, {history.TrainingLoss[199]:f3}");

Predictor<Xor> predictor = network.CreatePredictor();
Console.WriteLine($"0 xor 0 = {predictor.Classify((float[])[0, 0])}, 0 xor 1 = {predictor.Classify((float[])[0, 1])}");
Console.WriteLine($"1 xor 0 = {predictor.Classify((float[])[1, 0])}, 1 xor 1 = {predictor.Classify((float[])[1, 1])}");

[Network]
[Input(2)]
[Dense(8)]
[Tanh]
[Dense(1)]
[BinaryCrossEntropy]
public partial class Xor;
