using Layerwright.Kernels;

namespace Layerwright;

/// <summary>Numbers that a function depends on, and what is said to be its gradient.</summary>
/// <param name="Name">What they are called.</param>
/// <param name="Shape">Their shape.</param>
/// <param name="Values">The point at hand.</param>
/// <param name="Gradient">The computed gradient there.</param>
/// <param name="GradientNoise">The deviation of its rounding error.</param>
/// <param name="Write">Puts other numbers in their place.</param>
internal sealed record GradientTensor(string Name, int[] Shape, float[] Values, float[] Gradient, double GradientNoise, Action<float[]> Write)
{
    /// <summary>Some 16 steps of float's grid: rounding falls differently, everything else stays.</summary>
    private const double NudgeShare = 1.0 / (1 << 20);

    /// <summary>A number's place: <c>[3, 17]</c>.</summary>
    public string Place(int index)
    {
        var places = new int[Shape.Length];
        for (int axis = Shape.Length - 1; axis >= 0; axis--)
        {
            (index, places[axis]) = Math.DivRem(index, Shape[axis]);
        }

        return $"[{string.Join(", ", places)}]";
    }

    /// <summary>Moves every number a little up or down, by lot.</summary>
    /// <param name="times">How many times the least.</param>
    /// <param name="random">Decides which go up.</param>
    public void Nudge(int times, CounterRandom random)
    {
        var nudged = new float[Values.Length];
        for (int i = 0; i < nudged.Length; i++)
        {
            double sign = random.Bits((ulong)i) % 2 == 0 ? 1 : -1;
            nudged[i] = (float)(Values[i] + (sign * times * NudgeShare * Math.Abs(Values[i])));
        }

        Write(nudged);
    }

    /// <summary>Puts the point back.</summary>
    public void Restore() => Write(Values);
}
