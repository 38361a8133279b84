using Layerwright.Kernels;
using Layerwright.Testing.Interpretation;

namespace Layerwright.Tests.Kernels;

/// <summary>An activation's link and gradient link beside its naive twin in double precision.</summary>
internal abstract class ActivationCase(ScalarFunction function)
{
    /// <summary>Every activation's function in its variants, by name.</summary>
    public static IReadOnlyDictionary<string, ActivationCase> All { get; } = new Dictionary<string, ActivationCase>(StringComparer.Ordinal)
    {
        ["ReLU"] = Of(ActivationKind.ReLU, default(ReLU), output => new ReLUGradient(output), true),
        ["ReLU6"] = Of(ActivationKind.ReLU6, default(ReLU6), output => new ReLU6Gradient(output), true),
        ["LeakyReLU(0.1)"] = Of(new ActivationSpec(ActivationKind.LeakyReLU) { Slope = 0.1f }, new LeakyReLU(0.1f), output => new LeakyReLUGradient(output, 0.1f), true),
        ["LeakyReLU(-0.5)"] = Of(new ActivationSpec(ActivationKind.LeakyReLU) { Slope = -0.5 }, new LeakyReLU(-0.5f), input => new LeakyReLUGradient(input, -0.5f), false),
        ["Tanh"] = Of(ActivationKind.Tanh, default(Tanh), output => new TanhGradient(output), true),
        ["Sigmoid"] = Of(ActivationKind.Sigmoid, default(Sigmoid), output => new SigmoidGradient(output), true),
        ["ELU"] = Of(ActivationKind.ELU, new ELU(1), output => new ELUGradient(output, 1), true),
        ["ELU(2)"] = Of(new ActivationSpec(ActivationKind.ELU) { Alpha = 2 }, new ELU(2), output => new ELUGradient(output, 2), true),
        ["ELU(-0.5)"] = Of(new ActivationSpec(ActivationKind.ELU) { Alpha = -0.5 }, new ELU(-0.5f), input => new ELUInputGradient(input, -0.5f), false),
        ["SELU"] = Of(ActivationKind.SELU, default(SELU), output => new SELUGradient(output), true),
        ["GELU"] = Of(ActivationKind.GELU, default(GELU), input => new GELUGradient(input), false),
        ["GELU(Approximate)"] = Of(
            new ActivationSpec(ActivationKind.GELU) { Approximate = true }, default(ApproximateGELU), input => new ApproximateGELUGradient(input), false),
        ["SiLU"] = Of(ActivationKind.SiLU, default(SiLU), input => new SiLUGradient(input), false),
        ["Mish"] = Of(ActivationKind.Mish, default(Mish), input => new MishGradient(input), false),
        ["Softplus"] = Of(ActivationKind.Softplus, default(Softplus), input => new SoftplusGradient(input), false),
        ["Softsign"] = Of(ActivationKind.Softsign, default(Softsign), input => new SoftsignGradient(input), false),
        ["HardTanh"] = Of(ActivationKind.HardTanh, default(HardTanh), input => new HardTanhGradient(input), false),
        ["HardSigmoid"] = Of(ActivationKind.HardSigmoid, default(HardSigmoid), input => new HardSigmoidGradient(input), false),
        ["HardSwish"] = Of(ActivationKind.HardSwish, default(HardSwish), input => new HardSwishGradient(input), false),
    };

    public ScalarFunction Function => function;

    /// <summary>f of each value.</summary>
    public abstract float[,] Values(float[,] inputs);

    /// <summary>Each gradient times f′ at the input beside it; from f's own output where the activation saves that.</summary>
    public abstract float[,] Gradients(float[,] gradients, float[,] inputs);

    /// <summary>f of each value of one row.</summary>
    public float[] Values(float[] inputs) => Row(Values(Matrix(inputs)));

    /// <summary>Gradients of one row.</summary>
    public float[] Gradients(float[] gradients, float[] inputs) => Row(Gradients(Matrix(gradients), Matrix(inputs)));

    private static ActivationCase Of<TLink, TGradient>(ActivationKind kind, TLink link, Func<Tensor, TGradient> gradient, bool fromOutput)
        where TLink : struct, IEpilogue
        where TGradient : struct, IEpilogue => Of(new ActivationSpec(kind), link, gradient, fromOutput);

    private static ActivationCase Of<TLink, TGradient>(ActivationSpec spec, TLink link, Func<Tensor, TGradient> gradient, bool fromOutput)
        where TLink : struct, IEpilogue
        where TGradient : struct, IEpilogue => new Case<TLink, TGradient>(ScalarFunction.Of(spec), link, gradient, fromOutput);

    private static float[,] Apply<TEpilogue>(float[,] values, Func<KernelMemory, TEpilogue> epilogue, Func<float, bool> isPadding)
        where TEpilogue : struct, IEpilogue
    {
        KernelMemory memory = new();
        int rows = values.GetLength(0);
        Tensor output = memory.Padded(rows, values.GetLength(1));
        Elementwise.Run(rows, memory.Padded(values), output, epilogue(memory));
        Assert.All(Enumerable.Range(0, rows), row => Assert.All(KernelMemory.Padding(output, row), padding => Assert.True(isPadding(padding))));
        KernelMemory.AssertNothingBehindRows(output, rows);
        return KernelMemory.Read(output, rows);
    }

    private static float[,] Matrix(float[] row)
    {
        var matrix = new float[1, row.Length];
        Buffer.BlockCopy(row, 0, matrix, 0, row.Length * sizeof(float));
        return matrix;
    }

    private static float[] Row(float[,] matrix)
    {
        float[] row = new float[matrix.Length];
        Buffer.BlockCopy(matrix, 0, row, 0, row.Length * sizeof(float));
        return row;
    }

    private sealed class Case<TLink, TGradient>(ScalarFunction function, TLink link, Func<Tensor, TGradient> gradient, bool fromOutput)
        : ActivationCase(function)
        where TLink : struct, IEpilogue
        where TGradient : struct, IEpilogue
    {
        public override float[,] Values(float[,] inputs) => Apply(inputs, _ => link, float.IsFinite);

        public override float[,] Gradients(float[,] gradients, float[,] inputs) =>
            Apply(gradients, memory => gradient(memory.Padded(fromOutput ? Values(inputs) : inputs)), padding => padding == 0);
    }
}
