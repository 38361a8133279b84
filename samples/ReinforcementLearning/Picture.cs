namespace ReinforcementLearningSample;

/// <summary>A cart and its pole in lines of text: two by four dots a character, in Braille's patterns.</summary>
internal static class Picture
{
    public const int Width = 24, Height = 5;

    private const int DotsWide = 2 * Width, DotsHigh = 4 * Height, Floor = DotsHigh - 2, Axle = Floor - 3;

    // Bits of a Braille pattern, row after row: dots 1, 4, 2, 5, 3, 6, 7, 8.
    private static readonly int[] Dots = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];

    /// <summary>The whole track, with the pole twice as long as to scale and its angle as it is.</summary>
    public static string[] Of(CartPole state)
    {
        var patterns = new int[Height, Width];
        double dotsPerMetre = (DotsWide - 1) / (2 * CartPole.TrackEnd);
        double cart = (state.Position + CartPole.TrackEnd) * dotsPerMetre;
        for (int x = 0; x < DotsWide; x++)
        {
            Mark(x, Floor + 1);
        }

        for (int offset = -3; offset <= 3; offset++)
        {
            Mark(cart + offset, Axle + 1);
            Mark(cart + offset, Axle + 2);
        }

        for (double length = 0; length <= Axle; length += 0.5)
        {
            Mark(cart + length * Math.Sin(state.Angle), Axle - length * Math.Cos(state.Angle));
        }

        return [.. Enumerable.Range(0, Height).Select(line => string.Concat(Enumerable.Range(0, Width).Select(column => (char)('\u2800' + patterns[line, column]))))];

        void Mark(double x, double y)
        {
            int column = (int)Math.Round(x), row = (int)Math.Round(y);
            if (column is >= 0 and < DotsWide && row is >= 0 and < DotsHigh)
            {
                patterns[row / 4, column / 2] |= Dots[2 * (row % 4) + (column % 2)];
            }
        }
    }
}
