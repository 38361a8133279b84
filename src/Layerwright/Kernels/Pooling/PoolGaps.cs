namespace Layerwright.Kernels;

/// <summary>Positions that no window covers: what remains at the end of an axis, and what lies between windows further apart than they are wide.</summary>
internal static unsafe class PoolGaps<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>Their gradient: what the epilogue makes of 0.</summary>
    public static void Write<TEpilogue>(int rows, in Window window, Tensor inputGradient, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        PoolAxis vertical = PoolAxis.Vertical(window), horizontal = PoolAxis.Horizontal(window);
        if (vertical.IsTiled && horizontal.IsTiled)
        {
            return;
        }

        nint line = 0;
        for (int image = 0; image < rows; image++)
        {
            for (int y = 0; y < window.Input.Height; y++)
            {
                bool isRow = vertical.IsLeftOut(y);
                for (int x = 0; x < window.Input.Width; x++, line++)
                {
                    if (isRow || horizontal.IsLeftOut(x))
                    {
                        WriteLine(line, inputGradient, epilogue);
                    }
                }
            }
        }
    }

    private static void WriteLine<TEpilogue>(nint line, Tensor target, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        float* start = target.Data + (line * target.Stride);
        for (nint column = 0; column < target.Columns; column += TInstructions.Count)
        {
            TInstructions.Store(epilogue.Apply<TInstructions, TVector>(TInstructions.Zero, line, column), start + column);
        }
    }
}
