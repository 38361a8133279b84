namespace ReinforcementLearningSample;

/// <summary>
/// A pole on a cart that is pushed left or right: the balancing problem of Barto, Sutton and Anderson (1983,
/// doi:10.1109/TSMC.1983.6313077) without friction, as it is usually set: a time step of 0.02 s, which ends when the pole leans
/// more than 12° or the cart leaves its 4.8 m of track, and a reward of 1 for each step.
/// </summary>
/// <param name="Position">Of the cart, from the middle of the track, in m.</param>
/// <param name="Velocity">Of the cart, in m/s.</param>
/// <param name="Angle">Of the pole, from upright, clockwise, in radians.</param>
/// <param name="AngularVelocity">Of the pole, in radians/s.</param>
internal readonly record struct CartPole(double Position, double Velocity, double Angle, double AngularVelocity)
{
    /// <summary>Numbers that describe a state.</summary>
    public const int StateLength = 4;

    /// <summary>Push left (0) or right (1).</summary>
    public const int Actions = 2;

    public const double TimeStep = 0.02, Force = 10, TrackEnd = 2.4, LargestAngle = 12 * Math.PI / 180;

    // kg, and m from the pivot to the pole's middle.
    private const double Gravity = 9.8, CartMass = 1, PoleMass = 0.1, HalfLength = 0.5, Mass = CartMass + PoleMass;

    public bool HasFallen => Math.Abs(Angle) > LargestAngle || Math.Abs(Position) > TrackEnd;

    /// <summary>A beginning: everything near 0.</summary>
    public static CartPole Start(Random random)
    {
        return new(Any(), Any(), Any(), Any());

        double Any() => (2 * random.NextDouble() - 1) * 0.05;
    }

    /// <summary>The state a time step later, by Euler's method.</summary>
    public CartPole After(int action)
    {
        double force = action == 1 ? Force : -Force;
        double sine = Math.Sin(Angle), cosine = Math.Cos(Angle);

        // The pole's motion in the cart's accelerated frame, then the cart's under what the pole returns.
        double push = (force + PoleMass * HalfLength * AngularVelocity * AngularVelocity * sine) / Mass;
        double angular = (Gravity * sine - cosine * push) / (HalfLength * (4.0 / 3 - PoleMass * cosine * cosine / Mass));
        double linear = push - PoleMass * HalfLength * angular * cosine / Mass;
        return new(
            Position + TimeStep * Velocity,
            Velocity + TimeStep * linear,
            Angle + TimeStep * AngularVelocity,
            AngularVelocity + TimeStep * angular);
    }

    /// <summary>The state as a network's input.</summary>
    public void CopyTo(Span<float> state)
    {
        state[0] = (float)Position;
        state[1] = (float)Velocity;
        state[2] = (float)Angle;
        state[3] = (float)AngularVelocity;
    }
}
