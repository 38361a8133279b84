namespace ReinforcementLearningSample;

/// <summary>How long a policy that learns no more keeps the pole up, from starts that it has not seen.</summary>
/// <param name="Mean">Steps of an episode.</param>
/// <param name="Shortest">Of the shortest.</param>
internal sealed record Trial(double Mean, int Shortest)
{
    public const int Episodes = 100;

    public static Trial Of(Policy policy, int seed)
    {
        var random = new Random(seed);
        var player = new BestAction(policy);
        var episode = new Episode();
        var steps = new int[Episodes];
        for (int i = 0; i < Episodes; i++)
        {
            episode.Play(CartPole.Start(random), player);
            steps[i] = episode.Steps;
        }

        return new(steps.Average(), steps.Min());
    }
}
