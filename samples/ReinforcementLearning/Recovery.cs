using Spectre.Console;

namespace ReinforcementLearningSample;

/// <summary>What a policy does with a pole that leans: a few moments, side by side.</summary>
internal static class Recovery
{
    private const double Lean = 8 * Math.PI / 180;

    private static readonly int[] Moments = [0, 10, 20, 60, 499];

    public static void Show(Policy policy)
    {
        AnsiConsole.WriteLine("\nA pole let go at 8°:\n");
        var states = Play(new CartPole(-0.5, 0, Lean, 0), new BestAction(policy));
        CartPole[] shown = [.. Moments.Where(moment => moment < states.Count).Select(moment => states[moment])];
        string[][] pictures = [.. shown.Select(Picture.Of)];
        for (int line = 0; line < Picture.Height; line++)
        {
            AnsiConsole.WriteLine(string.Join("   ", pictures.Select(picture => picture[line])));
        }

        AnsiConsole.WriteLine(string.Join("   ", shown.Select((state, i) => Caption(Moments[i], state).PadRight(Picture.Width))).TrimEnd());
    }

    private static string Caption(int moment, CartPole state) =>
        $"{moment * CartPole.TimeStep:f1} s: {state.Angle * 180 / Math.PI:+0.0;−0.0;0.0}°";

    private static List<CartPole> Play(CartPole state, BestAction player)
    {
        var states = new List<CartPole> { state };
        var input = new float[CartPole.StateLength];
        while (!state.HasFallen && states.Count < Episode.MostSteps)
        {
            state.CopyTo(input);
            state = state.After(player.Act(input));
            states.Add(state);
        }

        return states;
    }
}
