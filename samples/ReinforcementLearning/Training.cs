namespace ReinforcementLearningSample;

/// <summary>What became of a training.</summary>
/// <param name="Seed">Decided first weights, starts and actions.</param>
/// <param name="Policy">What was learnt.</param>
/// <param name="Curve">How.</param>
/// <param name="AllocatedBytes">Bytes that playing and learning allocated from the second episode on.</param>
internal sealed record Training(ulong Seed, Policy Policy, LearningCurve Curve, long AllocatedBytes)
{
    public const int MostEpisodes = 1000;

    /// <summary>Plays and learns until the problem is solved, or the episodes are used up.</summary>
    /// <param name="seed">Decides everything.</param>
    /// <param name="afterEpisode">Is told how far it is.</param>
    public static Training Run(ulong seed, Action<LearningCurve>? afterEpisode = null)
    {
        var policy = new Policy(seed);
        var random = new Random((int)seed);
        var agent = new ActorCritic(policy, new Critic(seed), random);
        var episode = new Episode();
        var curve = new LearningCurve();
        long allocated = 0;
        while (curve.Episodes < MostEpisodes && !curve.IsSolved)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            episode.Play(CartPole.Start(random), agent);
            agent.Learn(episode);
            curve.Add(episode.Steps);

            // In the first episode optimizers make their moments.
            allocated += curve.Episodes > 1 ? GC.GetAllocatedBytesForCurrentThread() - before : 0;
            afterEpisode?.Invoke(curve);
        }

        return new(seed, policy, curve, allocated);
    }
}
