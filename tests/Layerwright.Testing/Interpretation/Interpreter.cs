using Layerwright.Testing.Interpretation.Modules;

namespace Layerwright.Testing.Interpretation;

/// <summary>
/// A network's declaration, computed in double precision layer by layer, apart from everything the compiler does:
/// what generated code is held to.
/// </summary>
public sealed class Interpreter
{
    private readonly NetworkSpec _network;
    private readonly Chain _chain;

    public Interpreter(NetworkSpec network)
    {
        _network = network;
        _chain = ModuleFactory.CreateChain("", "", network.InputLength, network.Layers);
        State = _chain.Parameters.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
    }

    /// <summary>Parameters and statistics by PyTorch's names.</summary>
    public IReadOnlyDictionary<string, Parameter> State { get; }

    /// <summary>Elements of one row of the output.</summary>
    public int OutputLength => _chain.OutputLength;

    /// <summary>Raw outputs.</summary>
    public Matrix Forward(Matrix inputs, Pass pass) => _chain.Forward(pass.Round(inputs), pass);

    /// <summary>What a predictor shows: running statistics, no dropout, the loss's activation.</summary>
    public Matrix Predict(Matrix inputs) => Activate(Forward(inputs, new Pass()));

    /// <summary>Predictions from raw outputs.</summary>
    public Matrix Activate(Matrix outputs) => Loss.Activate(_network.Loss, outputs);

    /// <summary>The loss in inference mode, without penalties.</summary>
    public double EvaluateLoss(Matrix inputs, TargetData targets, ReadOnlySpan<float> sampleWeights = default) =>
        Loss.Compute(_network, Forward(inputs, new Pass()), targets, sampleWeights).Loss;

    /// <summary>Loss plus penalties; gradients of all parameters are in <see cref="State"/> afterwards.</summary>
    public LossResult ForwardBackward(Matrix inputs, TargetData targets, Pass pass, ReadOnlySpan<float> sampleWeights = default)
    {
        var outputs = Forward(inputs, pass);
        pass.KinkDistance = Loss.Kinks(_network, outputs, targets).Select(Math.Abs).Append(pass.KinkDistance).Min();
        var (loss, gradient) = Loss.Compute(_network, outputs, targets, sampleWeights);
        var inputGradient = Backward(gradient, pass);
        double penalty = AddPenalties(pass.RegularizationFactor);
        return new LossResult(outputs, loss + penalty, penalty, inputGradient);
    }

    /// <summary>The input's gradient from the outputs'; gradients of all parameters, penalties aside, are in <see cref="State"/> afterwards.</summary>
    public Matrix Backward(Matrix outputGradient, Pass pass)
    {
        foreach (var parameter in State.Values)
        {
            Array.Clear(parameter.Gradient);
        }

        return _chain.Backward(pass.Round(outputGradient), pass);
    }

    /// <summary>λ·‖w‖₁ + ½·λ·‖w‖² over the weights; their gradients are added.</summary>
    public double AddPenalties(double factor)
    {
        double penalty = 0;
        foreach (var parameter in State.Values.Where(parameter => parameter.IsWeight))
        {
            for (int i = 0; i < parameter.Values.Length; i++)
            {
                double w = parameter.Values[i];
                penalty += factor * ((parameter.L1 * Math.Abs(w)) + (0.5 * parameter.L2 * w * w));
                parameter.Gradient[i] += factor * ((parameter.L1 * Math.Sign(w)) + (parameter.L2 * w));
            }
        }

        return penalty;
    }
}

/// <summary>What one training pass yields besides gradients.</summary>
/// <param name="Outputs">Raw outputs.</param>
/// <param name="Loss">What is minimised: mean loss plus penalty.</param>
/// <param name="Penalty">The penalty's part.</param>
/// <param name="InputGradient">The gradient of the input.</param>
public sealed record LossResult(Matrix Outputs, double Loss, double Penalty, Matrix InputGradient);
