namespace Layerwright.Kernels;

/// <summary>Sums by frequency back to outputs, through the epilogue.</summary>
internal static unsafe class WinogradOutput<TInstructions, TVector, TTile>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
    where TTile : struct, IWinogradTile
{
    /// <summary>One panel of <paramref name="count"/> tiles from tile <paramref name="first"/> of all images.</summary>
    public static void Run<TEpilogue>(
        in WinogradScratch room, in WinogradGrid grid, nint first, nint count, nint column, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        nint end = Math.Min(column + 2 * TInstructions.Count, PanelLayout.RoundUp(output.Columns));
        float* sums = room.Sums;
        while (count > 0)
        {
            var (image, top, left, run) = grid.At(first, count);
            WinogradPlace place = grid.Place(image, top, left);
            for (nint c = column; c < end; c += TInstructions.Count)
            {
                if (room.Filters > TInstructions.Count)
                {
                    TTile.Outputs<TInstructions, TVector, Two, TEpilogue>(sums + c - column, room.SumStride, place, run, c, output, epilogue);
                }
                else
                {
                    TTile.Outputs<TInstructions, TVector, One, TEpilogue>(sums + c - column, room.SumStride, place, run, c, output, epilogue);
                }
            }

            first += run;
            count -= run;
            sums += run * room.SumStride;
        }
    }
}
