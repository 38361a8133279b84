using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Group normalisation of lines too long for the stack: element by element, then the epilogue over what was written.</summary>
internal readonly unsafe struct ScatteredGroupKernel<TEpilogue>(
    int rows, Tensor input, GroupElements elements, Tensor gamma, Tensor beta, float epsilon, Tensor output, TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        int padding = PanelLayout.RoundUp(output.Columns) - output.Columns, lines = rows * elements.Positions;
        for (nint row = 0; row < rows; row++)
        {
            float* x = input.Data + (row * elements.Positions * input.Stride), y = output.Data + (row * elements.Positions * output.Stride);
            for (int group = 0; group < elements.Groups; group++)
            {
                int first = group * elements.Size;
                ScatteredMoments moments = new(x, elements, first, epsilon);
                for (int element = first; element < first + elements.Size; element++)
                {
                    nint offset = elements.Offset(element), channel = elements.Channel(element);
                    y[offset] = (float)((moments.Normalize(x[offset]) * gamma.Data[channel]) + beta.Data[channel]);
                }
            }
        }

        for (nint line = 0; line < lines; line++)
        {
            new Span<float>(output.Data + (line * output.Stride) + output.Columns, padding).Clear();
        }

        Pass<TInstructions, TVector>.Run(lines, output.Data, output.Stride, output.Data, output.Stride, 0, output.Columns, epilogue);
    }
}
