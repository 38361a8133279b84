namespace Layerwright.Kernels;

/// <summary>Input tiles to frequencies, zeros beyond the image.</summary>
internal static unsafe class WinogradInput<TInstructions, TVector, TTile>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
    where TTile : struct, IWinogradTile
{
    /// <summary>Transforms <paramref name="count"/> tiles from tile <paramref name="first"/> of all images.</summary>
    public static void Run(Tensor input, in WinogradGrid grid, nint first, nint count, in WinogradScratch room)
    {
        float* target = room.Inputs;
        while (count > 0)
        {
            var (image, top, left, run) = grid.At(first, count);
            float* positions = input.Data + image * grid.Window.InputPositions * input.Stride;
            TTile.Inputs<TInstructions, TVector>(positions, input.Stride, grid.Window, top, left, run, room, target);
            first += run;
            count -= run;
            target += run * room.InputStride;
        }
    }
}
