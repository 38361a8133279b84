using System.Numerics.Tensors;
using Layerwright;

namespace ReinforcementLearningSample;

/// <summary>
/// Learns a policy from its own episodes (advantage actor-critic): actions that led to more reward than the critic expected become
/// more probable, the others less. Nothing here allocates after the constructor, but for what the two optimizers keep from the first episode on.
/// </summary>
internal sealed class ActorCritic : IPlayer
{
    // What a reward a step later is worth, and how far ahead advantages trust rewards rather than the critic (Schulman et al. 2016,
    // https://arxiv.org/abs/1506.02438).
    private const float Discount = 0.99f, Trust = 0.95f;

    // The critic sees an episode several times: its targets are numbers, which is ordinary regression. The policy's gradient holds
    // only for the policy that played, so it is used once.
    private const int CriticPasses = 10;

    private static readonly AdamW PolicyOptimizer = new(3e-3f) { WeightDecay = 0 }, CriticOptimizer = new(1e-2f) { WeightDecay = 0 };

    private readonly Random _random;
    private readonly Predictor<Policy> _actor;
    private readonly Predictor<Critic> _critic;
    private readonly TrainingStep<Policy> _policyStep;
    private readonly TrainingStep<Critic> _criticStep;
    private readonly float[] _probabilities = new float[CartPole.Actions];
    private readonly float[] _values = new float[Episode.MostSteps + 1];
    private readonly float[] _advantages = new float[Episode.MostSteps];
    private readonly float[] _returns = new float[Episode.MostSteps];
    private readonly float[] _gradient = new float[Episode.MostSteps * CartPole.Actions];

    public ActorCritic(Policy policy, Critic critic, Random random)
    {
        _random = random;
        _actor = policy.CreatePredictor();
        _critic = critic.CreatePredictor(Episode.MostSteps + 1);
        _policyStep = policy.CreateTrainingStep(Episode.MostSteps, threads: 1);
        _criticStep = critic.CreateTrainingStep(Episode.MostSteps, threads: 1);
    }

    /// <summary>An action at random, with the policy's probabilities: who never tries learns nothing.</summary>
    public int Act(ReadOnlySpan<float> state)
    {
        _actor.Predict(state, _probabilities);
        double left = _random.NextDouble();
        int action = 0;
        while (action < CartPole.Actions - 1 && (left -= _probabilities[action]) >= 0)
        {
            action++;
        }

        return action;
    }

    /// <summary>Makes use of an episode that this played.</summary>
    public void Learn(Episode episode)
    {
        Judge(episode);
        TrainCritic(episode);
        TrainPolicy(episode);
    }

    /// <summary>How much better each action turned out than the critic had expected, and what the critic should have expected.</summary>
    private void Judge(Episode episode)
    {
        _critic.Refresh();
        _critic.Forward(episode.AllStates, _values.AsSpan(0, episode.Steps + 1));

        // After a fall there is no reward; where time was up, the critic says what would have come.
        float next = episode.HasFallen ? 0 : _values[episode.Steps];
        float advantage = 0;
        for (int step = episode.Steps - 1; step >= 0; step--)
        {
            float surprise = 1 + Discount * next - _values[step];
            advantage = surprise + Discount * Trust * advantage;
            _advantages[step] = advantage;
            _returns[step] = advantage + _values[step];
            next = _values[step];
        }
    }

    /// <summary>The declared loss, and <c>Step</c>: forward, backward and update in one.</summary>
    private void TrainCritic(Episode episode)
    {
        for (int pass = 0; pass < CriticPasses; pass++)
        {
            _criticStep.Step(episode.States, _returns.AsSpan(0, episode.Steps), CriticOptimizer);
        }
    }

    /// <summary>
    /// A loss of its own: the mean of −advantage · log π(action | state), whose gradient with respect to the raw outputs is
    /// advantage · (π − 1 at the action).
    /// </summary>
    private void TrainPolicy(Episode episode)
    {
        Standardize(_advantages.AsSpan(0, episode.Steps));
        _policyStep.Forward(episode.States);
        ReadOnlySpan<float> outputs = _policyStep.Outputs;
        for (int step = 0; step < episode.Steps; step++)
        {
            Span<float> gradient = _gradient.AsSpan(step * CartPole.Actions, CartPole.Actions);
            Softmax(outputs.Slice(step * CartPole.Actions, CartPole.Actions), gradient);
            gradient[episode.Actions[step]] -= 1;
            TensorPrimitives.Multiply(gradient, _advantages[step] / episode.Steps, gradient);
        }

        _policyStep.Backward(_gradient.AsSpan(0, episode.Steps * CartPole.Actions));
        _policyStep.Update(PolicyOptimizer);
        _actor.Refresh();
    }

    /// <summary>To mean 0 and deviation 1: steps of the same size, whatever rewards are counted in.</summary>
    private static void Standardize(Span<float> values)
    {
        TensorPrimitives.Subtract(values, TensorPrimitives.Sum<float>(values) / values.Length, values);
        float deviation = TensorPrimitives.Norm<float>(values) / MathF.Sqrt(values.Length);
        TensorPrimitives.Divide(values, deviation + 1e-8f, values);
    }

    /// <summary>Probabilities from raw outputs; the largest goes first, because <c>TensorPrimitives.SoftMax</c> overflows for large ones.</summary>
    private static void Softmax(ReadOnlySpan<float> outputs, Span<float> probabilities)
    {
        TensorPrimitives.Subtract(outputs, TensorPrimitives.Max(outputs), probabilities);
        TensorPrimitives.SoftMax(probabilities, probabilities);
    }
}
