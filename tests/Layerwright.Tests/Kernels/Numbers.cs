namespace Layerwright.Tests.Kernels;

/// <summary>Numbers to feed kernels with, and sizes around the edges of their tiles.</summary>
internal static class Numbers
{
    /// <summary>Row counts from 1 to past two tiles of any width, a whole block among them.</summary>
    public static readonly int[] RowCounts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 32];

    /// <summary>Column counts around the edges of vectors and panels of every width.</summary>
    public static readonly int[] ColumnCounts = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 48, 49, 63, 64, 65, 127, 128, 130];

    /// <summary>Whole numbers from −4 to 4: their products and sums are exact in any order, so kernels must be exact too.</summary>
    public static float[,] Whole(int rows, int columns, int seed) => Fill(rows, columns, seed, random => random.Next(-4, 5));

    /// <summary>Numbers in −1…1.</summary>
    public static float[,] Small(int rows, int columns, int seed) => Fill(rows, columns, seed, random => random.NextSingle() * 2 - 1);

    /// <summary>One row of numbers from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public static float[] Row(int columns, int seed, float low = -1, float high = 1)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, columns).Select(_ => low + (high - low) * random.NextSingle())];
    }

    private static float[,] Fill(int rows, int columns, int seed, Func<Random, float> next)
    {
        Random random = new(seed);
        float[,] values = new float[rows, columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                values[row, column] = next(random);
            }
        }

        return values;
    }
}
