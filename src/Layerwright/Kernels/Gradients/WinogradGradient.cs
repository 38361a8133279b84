namespace Layerwright.Kernels;

/// <summary>Gradients of outputs to frequencies, zeros beyond the image; the adjoint of <see cref="WinogradOutput{TInstructions, TVector, TTile}"/>.</summary>
internal static unsafe class WinogradGradient<TInstructions, TVector, TTile>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
    where TTile : struct, IWinogradTile
{
    /// <summary>One panel of <paramref name="count"/> tiles from tile <paramref name="first"/> of all images, to the room's sums.</summary>
    public static void Run(Tensor gradient, in WinogradGrid grid, nint first, nint count, nint column, nint end, in WinogradScratch room)
    {
        float* target = room.Sums;
        while (count > 0)
        {
            var (image, top, left, run) = grid.At(first, count);
            WinogradPlace place = grid.Place(image, top, left);
            float* from = gradient.Data + place.Line * gradient.Stride;
            for (nint c = column; c < end; c += TInstructions.Count)
            {
                if (room.Filters > TInstructions.Count)
                {
                    TTile.Gradients<TInstructions, TVector, Two>(from + c, gradient.Stride, place, run, target + c - column, room.SumStride);
                }
                else
                {
                    TTile.Gradients<TInstructions, TVector, One>(from + c, gradient.Stride, place, run, target + c - column, room.SumStride);
                }
            }

            first += run;
            count -= run;
            target += run * room.SumStride;
        }
    }
}
