using EmbeddedSample;
using FashionMnistSample;
using Layerwright;

// A network at work where nothing is trained: weights from a file, images from a sensor, one answer at a time.
Predictor<LeNet> predictor = LeNet.Load(Path.Combine(AppContext.BaseDirectory, "Data", "lenet.safetensors")).CreatePredictor();
byte[] images = Clothes.Read();
var input = new float[Clothes.Pixels];
var probabilities = new float[Clothes.Names.Count];

Clothes.Scale(images.AsSpan(0, Clothes.Pixels), input);
predictor.Predict(input, probabilities);
TimeSpan start = Costs.SinceStart;

int right = 0;
Console.WriteLine("image        taken for    probability");
for (int label = 0; label < Clothes.Names.Count; label++)
{
    Clothes.Scale(images.AsSpan(label * Clothes.Pixels, Clothes.Pixels), input);
    predictor.Predict(input, probabilities);
    int guess = predictor.Classify(input);
    right += guess == label ? 1 : 0;
    Console.WriteLine($"{Clothes.Names[label],-11}  {Clothes.Names[guess],-11}  {probabilities[guess],11:p1}");
}

var (files, room) = Costs.Folder();
var (time, allocated) = Costs.Measure(() => predictor.Predict(input, probabilities), times: 2000);
Console.WriteLine($"""

    {right} of {Clothes.Names.Count} right, by {LeNet.ParameterCount:n0} weights

    the program's folder           {room / 1e6,8:f1} MB in {files} files
    start to first prediction      {start.TotalMilliseconds,8:f0} ms
    memory of the process          {Costs.WorkingSet / 1e6,8:f1} MB
    one prediction                 {time.TotalMicroseconds,8:f1} µs
    allocated by 2,000 of them     {allocated,8} bytes
    """);
