using ReinforcementLearningSample;

namespace Layerwright.Package.Tests;

/// <summary>
/// The physics of samples/ReinforcementLearning against Lagrange's equations of a cart of 1 kg and a uniform pole of 0.1 kg and
/// 1 m, solved here as two linear equations in the two accelerations.
/// </summary>
public sealed class CartPoleTests
{
    [Fact]
    public void The_first_steps_are_those_computed_by_hand()
    {
        // At rest, upright: ẍ = 40/4.1 and θ̈ = −60/4.1 under 10 N.
        var pushed = default(CartPole).After(action: 1);
        AssertNear(new(0, 0.8 / 4.1, 0, -1.2 / 4.1), pushed, 1e-14);
        Assert.Equal(0.016 / 4.1, pushed.After(0).Position, 1e-14);
        Assert.Equal(-0.024 / 4.1, pushed.After(0).Angle, 1e-14);
        AssertNear(new(0, -0.8 / 4.1, 0, 1.2 / 4.1), default(CartPole).After(action: 0), 1e-14);
    }

    [Fact]
    public void Any_state_accelerates_as_Lagranges_equations_say()
    {
        var random = new Random(1);
        for (int i = 0; i < 1_000; i++)
        {
            CartPole state = new(Any(2.4), Any(5), Any(Math.PI), Any(5));
            int action = random.Next(2);
            var (linear, angular) = Accelerations(state, action);
            AssertNear(
                new(
                    state.Position + 0.02 * state.Velocity,
                    state.Velocity + 0.02 * linear,
                    state.Angle + 0.02 * state.AngularVelocity,
                    state.AngularVelocity + 0.02 * angular),
                state.After(action),
                1e-12);
        }

        double Any(double most) => (2 * random.NextDouble() - 1) * most;
    }

    [Fact]
    public void A_step_misses_the_exact_motion_by_what_Eulers_method_leaves_out()
    {
        var random = new Random(2);
        for (int i = 0; i < 1_000; i++)
        {
            CartPole state = new(Any(2.4), Any(2), Any(0.2), Any(2));
            int action = random.Next(2);
            CartPole stepped = state.After(action), exact = RungeKutta(state, action, parts: 20);
            var (linear, angular) = Accelerations(state, action);

            // ½ a t², some 0.003 radians here, up to terms in t³.
            Assert.Equal(0.5 * 0.02 * 0.02 * linear, exact.Position - stepped.Position, 1e-4);
            Assert.Equal(0.5 * 0.02 * 0.02 * angular, exact.Angle - stepped.Angle, 1e-4);
        }

        double Any(double most) => (2 * random.NextDouble() - 1) * most;
    }

    [Theory]
    [InlineData(2.4, 0, false)]
    [InlineData(-2.401, 0, true)]
    [InlineData(2.401, 0, true)]
    [InlineData(0, 11.99, false)]
    [InlineData(0, 12.01, true)]
    [InlineData(0, -12.01, true)]
    public void An_episode_ends_beyond_twelve_degrees_and_off_the_track(double position, double degrees, bool ends) =>
        Assert.Equal(ends, new CartPole(position, 0, degrees * Math.PI / 180, 0).HasFallen);

    [Fact]
    public void Episodes_start_near_rest_each_elsewhere_and_the_same_for_the_same_seed()
    {
        var random = new Random(3);
        CartPole[] starts = [.. Enumerable.Range(0, 1_000).Select(_ => CartPole.Start(random))];
        double[] numbers = [.. starts.SelectMany(start => (double[])[start.Position, start.Velocity, start.Angle, start.AngularVelocity])];
        Assert.All(numbers, number => Assert.InRange(number, -0.05, 0.05));
        Assert.True(numbers.Min() < -0.049 && numbers.Max() > 0.049);
        Assert.Equal(starts.Length, starts.Distinct().Count());
        Assert.Equal(starts[0], CartPole.Start(new Random(3)));
    }

    [Fact]
    public void A_network_sees_position_velocity_angle_and_angular_velocity()
    {
        var input = new float[CartPole.StateLength];
        new CartPole(0.5, -1.5, 0.125, 2).CopyTo(input);
        Assert.Equal([0.5f, -1.5f, 0.125f, 2], input);
    }

    /// <summary>(M + m) ẍ + m l cos θ θ̈ = F + m l θ̇² sin θ and m l cos θ ẍ + 4/3 m l² θ̈ = m g l sin θ, by Cramer's rule.</summary>
    private static (double Linear, double Angular) Accelerations(CartPole state, int action)
    {
        double sine = Math.Sin(state.Angle), cosine = Math.Cos(state.Angle);
        double a = 1.1, b = 0.05 * cosine, d = 4.0 / 3 * 0.025;
        double right1 = (2 * action - 1) * 10 + 0.05 * state.AngularVelocity * state.AngularVelocity * sine;
        double right2 = 0.05 * 9.8 * sine;
        double determinant = a * d - b * b;
        return ((right1 * d - b * right2) / determinant, (a * right2 - b * right1) / determinant);
    }

    private static CartPole RungeKutta(CartPole state, int action, int parts)
    {
        double h = 0.02 / parts;
        for (int part = 0; part < parts; part++)
        {
            CartPole k1 = Slope(state), k2 = Slope(Along(state, k1, h / 2)), k3 = Slope(Along(state, k2, h / 2)), k4 = Slope(Along(state, k3, h));
            state = Along(Along(Along(Along(state, k1, h / 6), k2, h / 3), k3, h / 3), k4, h / 6);
        }

        return state;

        CartPole Slope(CartPole at)
        {
            var (linear, angular) = Accelerations(at, action);
            return new(at.Velocity, linear, at.AngularVelocity, angular);
        }

        static CartPole Along(CartPole from, CartPole slope, double time) => new(
            from.Position + time * slope.Position,
            from.Velocity + time * slope.Velocity,
            from.Angle + time * slope.Angle,
            from.AngularVelocity + time * slope.AngularVelocity);
    }

    private static void AssertNear(CartPole expected, CartPole actual, double tolerance)
    {
        Assert.Equal(expected.Position, actual.Position, tolerance);
        Assert.Equal(expected.Velocity, actual.Velocity, tolerance);
        Assert.Equal(expected.Angle, actual.Angle, tolerance);
        Assert.Equal(expected.AngularVelocity, actual.AngularVelocity, tolerance);
    }
}
