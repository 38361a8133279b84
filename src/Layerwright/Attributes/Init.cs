namespace Layerwright;

/// <summary>
/// The distribution that a layer's weights start from. For a dense layer fan-in is its inputs, fan-out its units; for a maxout
/// layer too (each unit passes its gradient to one piece alone). Every layer draws from its own stream of the network's seed.
/// </summary>
public enum Init
{
    /// <summary>
    /// What the first nonlinearity that the output reaches needs: <see cref="He"/> before ReLU, ReLU6, LeakyReLU, PReLU, ELU, GELU,
    /// SiLU, Mish and HardSwish, <see cref="LeCun"/> before SELU and in maxout layers, <see cref="Xavier"/> before tanh, sigmoid, their
    /// hard forms, softsign, softplus and in linear inner layers; the last weight layer is uniform in ±1/√fan-in, as PyTorch's
    /// Linear (an initial loss close to ln C).
    /// </summary>
    Auto,

    /// <summary>N(0, 2/fan-in), with the slope's gain, √(2/(1 + slope²)), before a leaky unit (before PReLU that of the slope it starts with); He et al. 2015, "Delving Deep into Rectifiers".</summary>
    He,

    /// <summary>As <see cref="He"/>, uniform: half-width √(6/fan-in) (PyTorch's kaiming_uniform_).</summary>
    HeUniform,

    /// <summary>N(0, 2/(fan-in + fan-out)) (Glorot and Bengio 2010).</summary>
    Xavier,

    /// <summary>As <see cref="Xavier"/>, uniform: half-width √(6/(fan-in + fan-out)) (PyTorch's xavier_uniform_).</summary>
    XavierUniform,

    /// <summary>N(0, 1/fan-in) (LeCun et al. 1998, "Efficient BackProp"); CS231n's randn/√in.</summary>
    LeCun,

    /// <summary>As <see cref="LeCun"/>, uniform: half-width √(3/fan-in).</summary>
    LeCunUniform,

    /// <summary>
    /// Orthonormal rows, or columns where there are fewer of them, uniform among all such (Saxe et al. 2013; PyTorch's
    /// orthogonal_). <c>InitScale</c> is the length of each. Takes 2·m·n² double-precision multiplications and additions for n vectors
    /// of m elements, on one thread: about a second for 2048×2048.
    /// </summary>
    Orthogonal,

    /// <summary>N(0, InitScale²).</summary>
    Normal,

    /// <summary>U(−InitScale, InitScale).</summary>
    Uniform,

    /// <summary>Every weight is InitScale: for the last weight layer; elsewhere units stay identical.</summary>
    Constant,

    /// <summary>All zero: for the last weight layer, or the last weights of a residual branch; elsewhere units stay identical.</summary>
    Zeros,
}
