using Layerwright.Kernels;

namespace Layerwright.Benchmarks;

/// <summary>A dense layer's product, bias and ReLU; its gradients.</summary>
internal sealed record DenseWork(int Rows, int Inputs, int Outputs)
{
    /// <summary>Reads <c>128x784x512</c>.</summary>
    public static DenseWork Parse(string text)
    {
        int[] sizes = [.. text.Split('x').Select(int.Parse)];
        return new(sizes[0], sizes[1], sizes[2]);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Rows}x{Inputs}x{Outputs}";

    private WorkCost Cost => new(2.0 * Rows * Inputs * Outputs, sizeof(float) * ((double)Inputs * Outputs + (double)Rows * (Inputs + Outputs)));

    /// <summary>Forward, input or weight: the gradient of the weights goes into gradient descent with momentum.</summary>
    public SpeedWork Create(string pass) => pass switch
    {
        "forward" => Forward(),
        "input" => InputGradient(),
        "weight" => WeightGradient(),
        _ => throw new ArgumentException($"There is no pass {pass}; there are forward, input and weight.", nameof(pass)),
    };

    private SpeedWork Forward()
    {
        KernelOperands memory = new();
        Tensor input = memory.Rows(Rows, Inputs, 0), output = memory.Rows(Rows, Outputs), bias = memory.Rows(1, Outputs, 0);
        PackedMatrix weights = memory.Weights(Inputs, Outputs);
        Action run = memory.Keeping(() => Product.Run(Rows, input, weights, output, Epilogue.Chain(new AddBias(bias), default(ReLU))));
        return new(run, () => KernelOperands.Sample(run, output, Rows), Cost);
    }

    private SpeedWork InputGradient()
    {
        KernelOperands memory = new();
        Tensor gradient = memory.Rows(Rows, Outputs, BenchmarkData.FirstGradient), back = memory.Rows(Rows, Inputs);
        PackedMatrix turned = memory.Turned(Inputs, Outputs);
        Action run = memory.Keeping(() => Product.Run(Rows, gradient, turned, back, default(None)));
        return new(run, () => KernelOperands.Sample(run, back, Rows), Cost);
    }

    private SpeedWork WeightGradient()
    {
        KernelOperands memory = new();
        Tensor input = memory.Rows(Rows, Inputs, 0), gradient = memory.Rows(Rows, Outputs, BenchmarkData.FirstGradient);
        MomentumOperands updated = new(memory, Inputs, Outputs);
        PanelRange panels = new(0, PanelLayout.PanelCount(Outputs));
        Action run = memory.Keeping(() => Kernels.WeightGradient.Run(Rows, input, gradient, panels, updated.Sink));
        return new(run, () => updated.Sample(run), updated.CostBeside(Cost));
    }
}
