using Layerwright;

float[] inputs = [0, 0, 0, 1, 1, 0, 1, 1], targets = [0, 1, 1, 0]; // four rows: a and b, and whether one of them alone is 1
var network = new ExclusiveOr(seed: 1);
var trainer = new Trainer<ExclusiveOr>(network, new Adam(0.01f)) { BatchSize = 4 };
TrainingHistory history = trainer.Fit(Dataset.FromTargets(inputs, targets, outputLength: 1), epochs: 500);
Console.WriteLine($"loss after 1, 50 and 500 epochs: {history.TrainingLoss[0]:f3}, {history.TrainingLoss[49]:f3}, {history.TrainingLoss[499]:f3}");

Predictor<ExclusiveOr> predictor = network.CreatePredictor();
Console.WriteLine($"0 xor 0 = {predictor.Classify([0, 0])}, 0 xor 1 = {predictor.Classify([0, 1])}");
Console.WriteLine($"1 xor 0 = {predictor.Classify([1, 0])}, 1 xor 1 = {predictor.Classify([1, 1])}");

[Network]
[Input(2)]
[Dense(16)]
[BatchNorm]
[Tanh]
[Dense(1)]
[BinaryCrossEntropy]
public partial class ExclusiveOr;
