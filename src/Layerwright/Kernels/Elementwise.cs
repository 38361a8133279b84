using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>Elementwise maths that fuses with no product.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Elementwise
{
    /// <summary>output = epilogue(input).</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="input">[rows, columns], padded.</param>
    /// <param name="output">[rows, columns], padded; may be the input.</param>
    /// <param name="epilogue">The maths.</param>
    public static void Run<TEpilogue>(int rows, Tensor input, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        VectorWidth.Run(new Kernel<TEpilogue>(rows, input, output, epilogue));

    private readonly struct Kernel<TEpilogue>(int rows, Tensor input, Tensor output, TEpilogue epilogue) : IKernel
        where TEpilogue : struct, IEpilogue
    {
        public void Run<TInstructions, TVector>()
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged =>
            Pass<TInstructions, TVector>.Run(rows, input.Data, input.Stride, output.Data, output.Stride, 0, output.Columns, epilogue);
    }
}
