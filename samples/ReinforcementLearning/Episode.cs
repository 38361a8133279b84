namespace ReinforcementLearningSample;

/// <summary>What happened from a start to a fall, or to the last step that is asked for. One object serves all episodes.</summary>
internal sealed class Episode
{
    public const int MostSteps = 500;

    private readonly float[] _states = new float[(MostSteps + 1) * CartPole.StateLength];
    private readonly int[] _actions = new int[MostSteps];

    public int Steps { get; private set; }

    /// <summary>The pole fell; else it was still up when time was.</summary>
    public bool HasFallen { get; private set; }

    /// <summary>The state before each step.</summary>
    public ReadOnlySpan<float> States => _states.AsSpan(0, Steps * CartPole.StateLength);

    /// <summary>And the one that the last step led to.</summary>
    public ReadOnlySpan<float> AllStates => _states.AsSpan(0, (Steps + 1) * CartPole.StateLength);

    public ReadOnlySpan<int> Actions => _actions.AsSpan(0, Steps);

    /// <summary>Plays one from a start.</summary>
    public void Play(CartPole cartPole, IPlayer player)
    {
        Steps = 0;
        do
        {
            Span<float> state = _states.AsSpan(Steps * CartPole.StateLength, CartPole.StateLength);
            cartPole.CopyTo(state);
            int action = player.Act(state);
            _actions[Steps++] = action;
            cartPole = cartPole.After(action);
        }
        while (!cartPole.HasFallen && Steps < MostSteps);

        HasFallen = cartPole.HasFallen;
        cartPole.CopyTo(_states.AsSpan(Steps * CartPole.StateLength));
    }
}
