using Layerwright.Benchmarks;

// A user's whole program, for the benchmarks to start anew: predict NETWORK DIRECTORY | step NETWORK DIRECTORY | fit NETWORK THREADS EPOCHS
switch (args)
{
    case ["predict", "mlp", string directory]:
        Starts.Predict(DigitNet.Load, "mlp", directory);
        break;
    case ["predict", "lenet", string directory]:
        Starts.Predict(LeNet.Load, "lenet", directory);
        break;
    case ["step", "mlp", string directory]:
        Starts.Step(new DigitNet(Starts.Seed), directory);
        break;
    case ["step", "lenet", string directory]:
        Starts.Step(new LeNet(Starts.Seed), directory);
        break;
    case ["fit", "mlp", string threads, string epochs]:
        Starts.Fit(new DigitNet(Starts.Seed), int.Parse(threads), int.Parse(epochs));
        break;
    case ["fit", "lenet", string threads, string epochs]:
        Starts.Fit(new LeNet(Starts.Seed), int.Parse(threads), int.Parse(epochs));
        break;
    default:
        Console.Error.WriteLine("predict NETWORK DIRECTORY | step NETWORK DIRECTORY | fit NETWORK THREADS EPOCHS; networks: mlp, lenet");
        return 1;
}

return 0;
