namespace Layerwright.Testing.Interpretation;

/// <summary>torch.optim's formulas in double precision, with the moments they keep.</summary>
public sealed class InterpretedOptimizer(OptimizerSpec spec)
{
    private readonly Dictionary<Parameter, double[]> _first = [];
    private readonly Dictionary<Parameter, double[]> _second = [];
    private int _step;

    /// <summary>One update from the parameters' gradients.</summary>
    public void Update(IEnumerable<Parameter> parameters)
    {
        _step++;
        foreach (var parameter in parameters.Where(parameter => parameter.IsTrainable))
        {
            var first = Moments(_first, parameter);
            var second = Moments(_second, parameter);
            double decay = spec.DecayAll || parameter.IsWeight ? spec.WeightDecay : 0;
            for (int i = 0; i < parameter.Values.Length; i++)
            {
                double w = parameter.Values[i], g = parameter.Gradient[i];
                parameter.Values[i] = spec.Kind switch
                {
                    OptimizerKind.Sgd => w - (spec.LearningRate * Momentum(ref first[i], g + (decay * w))),
                    OptimizerKind.Adam => w - AdamStep(ref first[i], ref second[i], g + (decay * w)),
                    OptimizerKind.AdamW => w - (spec.LearningRate * decay * w) - AdamStep(ref first[i], ref second[i], g),
                    OptimizerKind.RmsProp => w - (spec.LearningRate * RmsPropStep(ref first[i], ref second[i], g + (decay * w))),
                    OptimizerKind.AdaGrad => w - (spec.LearningRate * AdaGradStep(ref first[i], g + (decay * w))),
                    _ => throw new NotSupportedException(spec.Kind.ToString()),
                };
            }
        }
    }

    private double Momentum(ref double velocity, double gradient)
    {
        velocity = (spec.Momentum * velocity) + gradient;
        return spec.Nesterov ? gradient + (spec.Momentum * velocity) : velocity;
    }

    private double AdamStep(ref double mean, ref double square, double gradient)
    {
        mean = (spec.Beta1 * mean) + ((1 - spec.Beta1) * gradient);
        square = (spec.Beta2 * square) + ((1 - spec.Beta2) * gradient * gradient);
        double correctedMean = mean / (1 - Math.Pow(spec.Beta1, _step));
        double correctedSquare = square / (1 - Math.Pow(spec.Beta2, _step));
        return spec.LearningRate * correctedMean / (Math.Sqrt(correctedSquare) + spec.Epsilon);
    }

    private double RmsPropStep(ref double square, ref double velocity, double gradient)
    {
        square = (spec.Alpha * square) + ((1 - spec.Alpha) * gradient * gradient);
        velocity = (spec.Momentum * velocity) + (gradient / (Math.Sqrt(square) + spec.Epsilon));
        return velocity;
    }

    private double AdaGradStep(ref double sum, double gradient)
    {
        sum += gradient * gradient;
        return gradient / (Math.Sqrt(sum) + spec.Epsilon);
    }

    private static double[] Moments(Dictionary<Parameter, double[]> moments, Parameter parameter)
    {
        if (!moments.TryGetValue(parameter, out var values))
        {
            moments[parameter] = values = new double[parameter.Values.Length];
        }

        return values;
    }
}

/// <summary>An optimizer's settings.</summary>
public sealed record OptimizerSpec(OptimizerKind Kind, double LearningRate)
{
    public double Momentum { get; init; }

    public bool Nesterov { get; init; }

    public double Beta1 { get; init; } = 0.9;

    public double Beta2 { get; init; } = 0.999;

    public double Alpha { get; init; } = 0.99;

    public double Epsilon { get; init; } = Kind == OptimizerKind.AdaGrad ? 1e-10 : 1e-8;

    public double WeightDecay { get; init; }

    public bool DecayAll { get; init; }
}

/// <summary>Optimizers.</summary>
public enum OptimizerKind
{
    Sgd,
    Adam,
    AdamW,
    RmsProp,
    AdaGrad,
}
