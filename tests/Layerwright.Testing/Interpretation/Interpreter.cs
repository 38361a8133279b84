using Layerwright.Testing.Interpretation.Modules;

namespace Layerwright.Testing.Interpretation;

/// <summary>
/// A network's declaration, computed in double precision layer by layer, apart from everything the compiler does:
/// what generated code is held to.
/// </summary>
public sealed class Interpreter
{
    private readonly NetworkSpec _network;
    private readonly Rearrangement? _layout;
    private readonly Chain _chain;

    public Interpreter(NetworkSpec network)
    {
        _network = network;
        var input = new Flow(network.Input.Shape, ColumnOrder.Given());
        _layout = network.Input.ChannelsFirst ? Rearrangement.FromChannelsFirst(input) : null;
        _chain = ModuleFactory.CreateChain("", "", input, network.Layers);
        State = _chain.Parameters.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
    }

    /// <summary>Parameters and statistics by PyTorch's names.</summary>
    public IReadOnlyDictionary<string, Parameter> State { get; }

    /// <summary>One row of the output; the loss is taken on each position.</summary>
    public SpecShape Output => _chain.Output.Shape;

    /// <summary>Raw outputs.</summary>
    public Matrix Forward(Matrix inputs, Pass pass) =>
        _chain.Output.Show(_chain.Forward(pass.Round(_layout?.Forward(inputs, pass) ?? inputs), pass));

    /// <summary>What a predictor shows: running statistics, no dropout, the loss's activation.</summary>
    public Matrix Predict(Matrix inputs) => Activate(Forward(inputs, new Pass()));

    /// <summary>Predictions from raw outputs.</summary>
    public Matrix Activate(Matrix outputs) => Loss.Activate(_network.Loss, Lines(outputs)).Reshape(outputs.Rows);

    /// <summary>The loss in inference mode, without penalties.</summary>
    public double EvaluateLoss(Matrix inputs, TargetData targets, ReadOnlySpan<float> sampleWeights = default) =>
        Loss.Compute(_network, Lines(Forward(inputs, new Pass())), targets, PerLine(sampleWeights)).Loss;

    /// <summary>Loss plus penalties; gradients of all parameters are in <see cref="State"/> afterwards.</summary>
    public LossResult ForwardBackward(Matrix inputs, TargetData targets, Pass pass, ReadOnlySpan<float> sampleWeights = default)
    {
        var outputs = Forward(inputs, pass);
        pass.KinkDistance = Kinks(outputs, targets).Select(Math.Abs).Append(pass.KinkDistance).Min();
        var (loss, gradient) = Loss.Compute(_network, Lines(outputs), targets, PerLine(sampleWeights));
        var inputGradient = Backward(gradient.Reshape(outputs.Rows), pass);
        double penalty = AddPenalties(pass.RegularizationFactor);
        return new LossResult(outputs, loss + penalty, penalty, inputGradient);
    }

    /// <summary>Numbers on whose sign the loss's derivative depends by a jump.</summary>
    public IEnumerable<double> Kinks(Matrix outputs, TargetData targets) => Loss.Kinks(_network, Lines(outputs), targets);

    /// <summary>The input's gradient from the outputs'; gradients of all parameters, penalties aside, are in <see cref="State"/> afterwards.</summary>
    public Matrix Backward(Matrix outputGradient, Pass pass)
    {
        foreach (var parameter in State.Values)
        {
            parameter.ClearGradient();
        }

        var gradient = _chain.Backward(_chain.Output.Hide(pass.Round(outputGradient)), pass);
        foreach (var parameter in State.Values)
        {
            parameter.RoundSums(pass);
        }

        return _layout?.Backward(gradient, pass) ?? gradient;
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

    private Matrix Lines(Matrix outputs) => outputs.Reshape(outputs.Rows * Output.Positions);

    private float[] PerLine(ReadOnlySpan<float> sampleWeights)
    {
        float[] weights = new float[sampleWeights.Length * Output.Positions];
        for (int line = 0; line < weights.Length; line++)
        {
            weights[line] = sampleWeights[line / Output.Positions];
        }

        return weights;
    }
}

/// <summary>What one training pass yields besides gradients.</summary>
/// <param name="Outputs">Raw outputs.</param>
/// <param name="Loss">What is minimised: mean loss plus penalty.</param>
/// <param name="Penalty">The penalty's part.</param>
/// <param name="InputGradient">The gradient of the input.</param>
public sealed record LossResult(Matrix Outputs, double Loss, double Penalty, Matrix InputGradient);
