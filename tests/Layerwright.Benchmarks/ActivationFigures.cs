using Layerwright.Kernels;
using Tensor = Layerwright.Kernels.Tensor;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Layerwright.Benchmarks;

/// <summary>Nanoseconds an element of every activation and its derivative, over a row in the first-level cache; TensorPrimitives where it has the function.</summary>
internal static unsafe class ActivationFigures
{
    private const int Columns = 2048;

    public static void Print()
    {
        BenchmarkMemory memory = new();
        Tensor x = memory.Rows(1, Columns), y = memory.Rows(1, Columns);
        (string Name, Action Value, Action? Gradient, Action? Peer)[] functions =
        [
            ("ReLU", Link(default(ReLU)), Link(new ReLUGradient(x)), () => TensorPrimitives.Max(Row(x), 0, Row(y))),
            ("ReLU6", Link(default(ReLU6)), Link(new ReLU6Gradient(x)), null),
            ("LeakyReLU", Link(new LeakyReLU(0.01f)), Link(new LeakyReLUGradient(x, 0.01f)), null),
            ("PReLU", Link(new PReLU(y)), Link(new PReLUGradient(x, y)), null),
            ("HardTanh", Link(default(HardTanh)), Link(new HardTanhGradient(x)), null),
            ("HardSigmoid", Link(default(HardSigmoid)), Link(new HardSigmoidGradient(x)), null),
            ("HardSwish", Link(default(HardSwish)), Link(new HardSwishGradient(x)), null),
            ("Softsign", Link(default(Softsign)), Link(new SoftsignGradient(x)), null),
            ("Tanh", Link(default(Tanh)), Link(new TanhGradient(x)), () => TensorPrimitives.Tanh(Row(x), Row(y))),
            ("Sigmoid", Link(default(Sigmoid)), Link(new SigmoidGradient(x)), () => TensorPrimitives.Sigmoid(Row(x), Row(y))),
            ("ELU (exp − 1)", Link(new ELU(1)), Link(new ELUGradient(x, 1)), () => TensorPrimitives.ExpM1(Row(x), Row(y))),
            ("SELU", Link(default(SELU)), Link(new SELUGradient(x)), null),
            ("GELU", Link(default(GELU)), Link(new GELUGradient(x)), null),
            ("GELU approximate", Link(default(ApproximateGELU)), Link(new ApproximateGELUGradient(x)), null),
            ("SiLU", Link(default(SiLU)), Link(new SiLUGradient(x)), null),
            ("Mish", Link(default(Mish)), Link(new MishGradient(x)), null),
            ("Softplus (log 1 + x)", Link(default(Softplus)), Link(new SoftplusGradient(x)), () => TensorPrimitives.LogP1(Row(x), Row(y))),
            ("Softmax", () => Softmax.Run(1, x, y, default(None)), null, () => TensorPrimitives.SoftMax(Row(x), Row(y))),
            ("LogSoftmax", () => LogSoftmax.Run(1, x, y, default(None)), null, null),
        ];

        Action[] actions = [.. functions.SelectMany(function => new[] { function.Value, function.Gradient, function.Peer }).OfType<Action>()];
        Queue<double> seconds = new(Timing.Minima(TimeSpan.FromSeconds(5), actions));
        Console.WriteLine("ns/element              value  derivative  TensorPrimitives");
        foreach (var (name, _, gradient, peer) in functions)
        {
            string value = Text(seconds.Dequeue());
            Console.WriteLine($"{name,-22}{value}  {(gradient is null ? "" : Text(seconds.Dequeue())),10}  {(peer is null ? "" : Text(seconds.Dequeue())),16}");
        }

        Action Link<TEpilogue>(TEpilogue link)
            where TEpilogue : struct, IEpilogue => () => Elementwise.Run(1, x, y, link);
    }

    private static Span<float> Row(Tensor row) => new(row.Data, Columns);

    private static string Text(double seconds) => $"{seconds * 1e9 / Columns,7:F3}";
}
