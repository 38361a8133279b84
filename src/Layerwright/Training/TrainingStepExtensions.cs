using System.Numerics.Tensors;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>Training steps with the tensors of System.Numerics.Tensors: numbers must lie in one piece, row-major.</summary>
public static class TrainingStepExtensions
{
    /// <summary>As <see cref="TrainingStep{TNetwork}.Backward(ReadOnlySpan{float})"/>, from a tensor.</summary>
    /// <param name="step">The step.</param>
    /// <param name="outputGradient">The gradient of what is minimised with respect to the outputs: a dense tensor of as many numbers.</param>
    /// <typeparam name="TNetwork">The network's class.</typeparam>
    /// <exception cref="ArgumentException">Another length than the outputs', a number that is not finite, or a tensor with gaps.</exception>
    /// <exception cref="InvalidOperationException">There was no <c>Forward</c> since the last backward pass.</exception>
    public static void Backward<TNetwork>(this TrainingStep<TNetwork> step, ReadOnlyTensorSpan<float> outputGradient)
        where TNetwork : class, INetwork<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(step);
        step.Backward(DenseMemory.Of(outputGradient, nameof(outputGradient)));
    }
}
