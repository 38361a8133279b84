namespace ReinforcementLearningSample;

/// <summary>Chooses what to do.</summary>
internal interface IPlayer
{
    int Act(ReadOnlySpan<float> state);
}
