using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>One optimizer's formula, for a vector of weights while their gradient is in registers.</summary>
internal unsafe interface IUpdateRule
{
    /// <summary>The new weights.</summary>
    /// <param name="weight">The present weights.</param>
    /// <param name="gradient">Their gradient, penalties included, clipped.</param>
    /// <param name="first">Their first moment, kept between steps.</param>
    /// <param name="second">Their second moment, kept between steps.</param>
    /// <param name="rate">The layer's learning rate.</param>
    /// <param name="decay">The parameter's weight decay.</param>
    TVector Update<TInstructions, TVector>(TVector weight, TVector gradient, float* first, float* second, float rate, float decay)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged;

    /// <summary>Number of moments it reads.</summary>
    static abstract int Moments { get; }

    /// <summary>Whether it is another at each step though the optimizer's settings stay the same.</summary>
    static abstract bool ChangesWithSteps { get; }
}
