using Layerwright.Kernels;

namespace Layerwright.Benchmarks;

/// <summary>Dense layers forward, and their weight gradients, on one thread.</summary>
internal static class ProductFigures
{
    private static readonly (int Rows, int Inputs, int Outputs)[] Sizes =
    [
        (1, 16, 16), (1, 64, 64), (1, 784, 128), (1, 512, 512), (9, 512, 512), (32, 784, 256), (32, 784, 512), (128, 784, 512),
        (128, 512, 256), (97, 101, 112), (256, 1024, 1024),
    ];

    public static void Print(double peak)
    {
        Console.WriteLine("rows × inputs → outputs     bias + ReLU        input gradient     weight gradient + SGD");
        foreach ((int rows, int inputs, int outputs) in Sizes)
        {
            BenchmarkMemory memory = new();
            Tensor input = memory.Rows(rows, inputs, inputs), output = memory.Rows(rows, outputs);
            Tensor inputGradient = memory.Rows(rows, inputs), activation = memory.Rows(rows, inputs);
            Tensor bias = memory.Rows(1, outputs), gradient = memory.Rows(rows, outputs);
            PackedMatrix weights = memory.Packed(inputs, outputs), transposed = memory.Packed(outputs, inputs);
            PanelRange panels = new(0, PanelLayout.PanelCount(outputs));
            MomentumSink sink = MomentumSink.Create(memory, weights);

            double[] seconds = Timing.Minima(
                TimeSpan.FromSeconds(1),
                () => Product.Run(rows, input, weights, output, Epilogue.Chain(new AddBias(bias), default(ReLU))),
                () => Product.Run(rows, gradient, transposed, inputGradient, new ReLUGradient(activation)),
                () => WeightGradient.Run(rows, input, gradient, panels, sink));

            double operations = 2.0 * rows * inputs * outputs;
            string figures = string.Concat(seconds.Select(s => $"{s * 1e6,10:F3} µs {operations / s / peak,6:P1}"));
            Console.WriteLine($"{rows,4} × {inputs,4} → {outputs,4}  {figures}");
        }
    }
}
