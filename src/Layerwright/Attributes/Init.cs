namespace Layerwright;

/// <summary>
/// The distribution that a layer's weights start from. For a dense layer fan-in is its inputs, fan-out its units; every layer
/// draws from its own stream of the network's seed.
/// </summary>
public enum Init
{
    /// <summary>
    /// What the first nonlinearity that the output reaches needs: <see cref="He"/> before ReLU and LeakyReLU,
    /// <see cref="Xavier"/> before tanh, sigmoid and in linear inner layers; the last weight layer is uniform in ±1/√fan-in,
    /// as PyTorch's Linear (an initial loss close to ln C).
    /// </summary>
    Auto,

    /// <summary>N(0, 2/fan-in), with the slope's gain before a leaky unit (He et al. 2015, "Delving Deep into Rectifiers").</summary>
    He,

    /// <summary>N(0, 2/(fan-in + fan-out)) (Glorot and Bengio 2010).</summary>
    Xavier,

    /// <summary>N(0, 1/fan-in) (LeCun et al. 1998, "Efficient BackProp").</summary>
    LeCun,

    /// <summary>N(0, InitScale²).</summary>
    Normal,

    /// <summary>All zero: for the last weight layer, or the last weights of a residual branch; elsewhere units stay identical.</summary>
    Zeros,
}
