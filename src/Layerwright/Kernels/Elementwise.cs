using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>Elementwise maths that fuses with no product.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Elementwise
{
    /// <summary>Vectors of a row that an observed pass computes before the observer looks: with a block's rows half a first-level cache.</summary>
    private const int VectorsInCache = 8;

    /// <summary>output = epilogue(input).</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="input">[rows, columns], padded.</param>
    /// <param name="output">[rows, columns], padded; may be the input, or have room for more columns than it has.</param>
    /// <param name="epilogue">The maths.</param>
    public static void Run<TEpilogue>(int rows, Tensor input, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        VectorWidth.Run(new Kernel<TEpilogue>(rows, input, output, epilogue));

    /// <summary>The same, and an observer looks at the output while it is in the first-level cache.</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="input">[rows, columns], padded.</param>
    /// <param name="output">[rows, columns], padded; may be the input, or have room for more columns than it has.</param>
    /// <param name="epilogue">The maths.</param>
    /// <param name="observer">Looks at the output, or at what the epilogue kept.</param>
    public static void Run<TEpilogue, TObserver>(int rows, Tensor input, Tensor output, TEpilogue epilogue, TObserver observer)
        where TEpilogue : struct, IEpilogue
        where TObserver : struct, IObserver =>
        VectorWidth.Run(new ObservedKernel<TEpilogue, TObserver>(rows, input, output, epilogue, observer));

    /// <summary>Lets an observer look at a tensor that was there before.</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="observer">Holds the tensor.</param>
    public static void Observe<TObserver>(int rows, TObserver observer)
        where TObserver : struct, IObserver =>
        VectorWidth.Run(new ObservingKernel<TObserver>(rows, observer));

    private readonly struct Kernel<TEpilogue>(int rows, Tensor input, Tensor output, TEpilogue epilogue) : IKernel
        where TEpilogue : struct, IEpilogue
    {
        public void Run<TInstructions, TVector>()
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged =>
            Pass<TInstructions, TVector>.Run(rows, input.Data, input.Stride, output.Data, output.Stride, 0, input.Columns, epilogue);
    }

    private readonly struct ObservedKernel<TEpilogue, TObserver>(
        int rows, Tensor input, Tensor output, TEpilogue epilogue, TObserver observer) : IKernel
        where TEpilogue : struct, IEpilogue
        where TObserver : struct, IObserver
    {
        public void Run<TInstructions, TVector>()
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged
        {
            nint width = VectorsInCache * TInstructions.Count;
            for (nint first = 0; first < input.Columns; first += width)
            {
                nint end = Math.Min(first + width, input.Columns);
                Pass<TInstructions, TVector>.Run(rows, input.Data, input.Stride, output.Data, output.Stride, first, end, epilogue);
                observer.Observe<TInstructions, TVector>(rows, first, end);
            }
        }
    }

    private readonly struct ObservingKernel<TObserver>(int rows, TObserver observer) : IKernel
        where TObserver : struct, IObserver
    {
        public void Run<TInstructions, TVector>()
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged =>
            observer.Observe<TInstructions, TVector>(rows, 0, observer.Columns);
    }
}
