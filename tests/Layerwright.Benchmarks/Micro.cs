using Layerwright.Kernels;
using Layerwright.Runtime;
namespace Layerwright.Benchmarks;
internal static class Micro
{
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    static void Conv(Inputs i, Span<float> o) { }
    public static void Run()
    {
        BenchmarkMemory m = new();
        var (x, h, g, y) = (m.Rows(1, 8, 8), m.Rows(1, 32), m.Rows(1, 32), m.Rows(1, 2));
        var (w1, w2, w3) = (m.Packed(8, 32), m.Packed(32, 32), m.Packed(32, 2));
        var b = m.Rows(1, 32);
        KernelRecording Rec(params Action[] a) { var r = KernelRecording.Begin(); foreach (var f in a) f(); r.End(); return r; }
        Action k1 = () => Product.Run(1, x, w1, h, Epilogue.Chain(new AddBias(b), default(Tanh)));
        Action k1n = () => Product.Run(1, x, w1, h, new AddBias(b));
        Action k2 = () => Product.Run(1, h, w2, g, Epilogue.Chain(new AddBias(b), default(Tanh)));
        Action k2n = () => Product.Run(1, h, w2, g, new AddBias(b));
        Action k3 = () => Product.Run(1, g, w3, y, new AddBias(b));
        Action t = () => Elementwise.Run(1, g, g, default(Tanh));
        var net = new TinyNet(1);
        var sn = new WeightSnapshot(net);
        var sc = new PredictionScratch(net, sn, 1);
        var rp = new RowPrediction(net, sn, sc);
        float[] row = new float[8], o = new float[2]; row[0] = 1;
        var p = net.CreatePredictor();
        (string, Action)[] all = [("empty", Rec().Run), ("8-32 tanh", Rec(k1).Run), ("8-32", Rec(k1n).Run), ("32-32 tanh", Rec(k2).Run), ("32-32", Rec(k2n).Run), ("32-2", Rec(k3).Run), ("tanh32", Rec(t).Run), ("three", Rec(k1, k2, k3).Run),
           ("rowprediction", () => rp.Run(row, true)), ("predict", () => p.Predict(row, o)), ("nothing", () => { }), ("conv", () => { Conv(row, o); }),("spans", () => { Span<float> s = o; ReadOnlySpan<float> r = row; Conv(r, s); }),
           ("784-128", Rec(((Func<Action>)(() => { var (a, c, d) = (m.Rows(1, 784), m.Packed(784, 128), m.Rows(1, 128)); return () => Product.Run(1, a, c, d, Epilogue.Chain(new AddBias(d), default(ReLU))); }))()).Run),
           ("softmax10", Rec(((Func<Action>)(() => { var a = m.Rows(1, 10); return () => SoftmaxCrossEntropy.Activate(1, a); }))()).Run),
           ("128-10", Rec(((Func<Action>)(() => { var (a, c, d) = (m.Rows(1, 128), m.Packed(128, 10), m.Rows(1, 10)); return () => Product.Run(1, a, c, d, new AddBias(d)); }))()).Run),
        ];
        var s = Timing.Minima(TimeSpan.FromSeconds(4), [.. all.Select(a => a.Item2)]);
        for (int i = 0; i < all.Length; i++) Console.WriteLine($"{all[i].Item1,-16}{s[i] * 1e9,9:F1} ns");
    }
}
