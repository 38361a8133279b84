namespace Layerwright.Kernels;

/// <summary>Computes lines of output a panel at a time.</summary>
internal interface IPanelKernel
{
    /// <summary>The panel of outputs that begins at <paramref name="column"/>, through a link that the tile applies itself.</summary>
    void Panel<TInstructions, TVector, TLink>(nint column, TLink link)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TLink : struct, IEpilogue;
}

/// <summary>
/// What kernels over images do with each panel: a light epilogue in the tile, a heavy one as a pass behind it, then the observer while
/// the panel is near.
/// </summary>
internal static unsafe class Panels<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>All panels of an output.</summary>
    /// <param name="kernel">Computes one.</param>
    /// <param name="lines">Lines of the output.</param>
    /// <param name="output">Where it stores.</param>
    /// <param name="outputs">Columns that it computes.</param>
    /// <param name="epilogue">The maths behind the sums.</param>
    /// <param name="observer">Looks at each panel.</param>
    public static void Run<TKernel, TEpilogue, TObserver>(
        TKernel kernel, int lines, Tensor output, nint outputs, TEpilogue epilogue, TObserver observer)
        where TKernel : struct, IPanelKernel
        where TEpilogue : struct, IEpilogue
        where TObserver : struct, IObserver
    {
        for (nint column = 0, end; column < outputs; column = end)
        {
            end = Math.Min(column + 2 * TInstructions.Count, outputs);
            if (TEpilogue.IsLight)
            {
                kernel.Panel<TInstructions, TVector, TEpilogue>(column, epilogue);
            }
            else
            {
                kernel.Panel<TInstructions, TVector, None>(column, default);
                Pass<TInstructions, TVector>.Run(lines, output.Data, output.Stride, output.Data, output.Stride, column, end, epilogue);
            }

            observer.Observe<TInstructions, TVector>(lines, column, end);
        }
    }
}
