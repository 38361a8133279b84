using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.WellMade;

/// <summary>Networks without a loss, trained by a loop of the user's: deep Q-learning (Mnih et al. 2015), policies and critics.</summary>
public class OwnLoopTests
{
    [Fact]
    public Task A_deep_Q_network_on_the_last_four_frames() => VerifyWellMade.IsCleanAsync("""
        [Network]
        [ImageInput(84, 84, 4)]
        [Conv2D(32, 8, Stride = 4)]
        [ReLU]
        [Conv2D(64, 4, Stride = 2)]
        [ReLU]
        [Conv2D(64, 3)]
        [ReLU]
        [Flatten]
        [Dense(512)]
        [ReLU]
        [Dense(18)]
        public partial class DeepQNetwork;
        """);

    [Fact]
    public Task A_deep_Q_network_on_a_small_state() => VerifyWellMade.IsCleanAsync("""
        [Network]
        [Input(8)]
        [Dense(128)]
        [ReLU]
        [Dense(128)]
        [ReLU]
        [Dense(4)]
        public partial class QNetwork;
        """);

    [Fact]
    public Task A_policy_with_bounded_actions_and_its_critic() => VerifyWellMade.IsCleanAsync("""
        [Network]
        [Input(17)]
        [Dense(400)]
        [ReLU]
        [Dense(300)]
        [ReLU]
        [Dense(6)]
        [Tanh]
        public partial class Policy;

        [Network(InputGradient = true)]
        [Input(23)]
        [Dense(400)]
        [ReLU]
        [Dense(300)]
        [ReLU]
        [Dense(1)]
        public partial class Critic;
        """);

    [Fact]
    public Task A_policy_over_discrete_actions() => VerifyWellMade.IsCleanAsync("""
        [Network]
        [Input(4)]
        [Dense(64)]
        [Tanh]
        [Dense(64)]
        [Tanh]
        [Dense(2)]
        [Softmax]
        public partial class Policy;
        """);
}
