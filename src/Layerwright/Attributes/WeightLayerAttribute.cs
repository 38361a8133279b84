namespace Layerwright;

/// <summary>What every layer that multiplies by weights takes: how they start and how they are penalised.</summary>
public abstract class WeightLayerAttribute : LayerAttribute
{
    private protected WeightLayerAttribute()
    {
    }

    /// <summary>The distribution the weights start from. Default: <see cref="Init.Auto"/>, what the next nonlinearity needs.</summary>
    public Init Init { get; set; } = Init.Auto;

    /// <summary>
    /// For <see cref="Init.Normal"/> the standard deviation, for <see cref="Init.Uniform"/> the half-width, for
    /// <see cref="Init.Constant"/> the number itself; for the other distributions a factor on theirs. Above 0, but for a
    /// constant. Default: 1.
    /// </summary>
    public double InitScale { get; set; } = 1;

    /// <summary>The number every bias starts from. Default: 0, also where PyTorch draws it.</summary>
    public double BiasInit { get; set; }

    /// <summary>
    /// Add a bias. Default: true, but false where the next layer of the same chain is a <see cref="BatchNormAttribute"/>
    /// that is not frozen, which subtracts any bias again; set it to override either.
    /// </summary>
    public bool UseBias { get; set; } = true;

    /// <summary>
    /// Keep weights and bias as they are: they get no gradient, no update, no penalty, and where nothing trainable lies below
    /// no gradient is computed for what lies below either. Default: false. To unfreeze, declare a second class with the same
    /// layer names and copy the state.
    /// </summary>
    public bool Frozen { get; set; }

    /// <summary>λ of the penalty λ·‖w‖₁ over the weights, not the biases. Default: 0.</summary>
    public double L1 { get; set; }

    /// <summary>
    /// λ of the penalty ½·λ·‖w‖² over the weights, not the biases: its gradient is λ·w, as PyTorch's coupled weight decay
    /// (Keras's l2(λ) is twice this). Default: 0.
    /// </summary>
    public double L2 { get; set; }
}
