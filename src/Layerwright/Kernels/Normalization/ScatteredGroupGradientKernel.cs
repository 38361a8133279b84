using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The gradient of a group normalisation of lines too long for the stack.</summary>
internal readonly unsafe struct ScatteredGroupGradientKernel<TEpilogue>(
    int rows,
    Tensor gradient,
    Tensor input,
    GroupElements elements,
    Tensor gamma,
    float epsilon,
    Tensor partial,
    Tensor inputGradient,
    TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        int padded = PanelLayout.RoundUp(partial.Columns);
        new Span<float>(partial.Data, padded).Clear();
        new Span<float>(partial.FromRow(1).Data, padded).Clear();
        for (nint row = 0; row < rows; row++)
        {
            for (int group = 0; group < elements.Groups; group++)
            {
                Group(row * elements.Positions, group * elements.Size);
            }
        }

        if (!inputGradient.IsAbsent)
        {
            Finish<TInstructions, TVector>(rows * elements.Positions);
        }
    }

    private void Group(nint line, int first)
    {
        float* x = input.Data + (line * input.Stride), dy = gradient.Data + (line * gradient.Stride);
        float* sums = partial.Data, dots = partial.FromRow(1).Data;
        ScatteredMoments moments = new(x, elements, first, epsilon);
        double sum = 0, dot = 0;
        for (int element = first; element < first + elements.Size; element++)
        {
            nint offset = elements.Offset(element), channel = elements.Channel(element);
            double normalized = moments.Normalize(x[offset]), scaled = (double)dy[offset] * gamma.Data[channel];
            sum += scaled;
            dot += scaled * normalized;
            sums[channel] += dy[offset];
            dots[channel] += (float)(dy[offset] * normalized);
        }

        if (inputGradient.IsAbsent)
        {
            return;
        }

        float* dx = inputGradient.Data + (line * inputGradient.Stride);
        for (int element = first; element < first + elements.Size; element++)
        {
            nint offset = elements.Offset(element);
            double scaled = (double)dy[offset] * gamma.Data[elements.Channel(element)];
            double means = (sum + (moments.Normalize(x[offset]) * dot)) / elements.Size;
            dx[offset] = (float)((scaled - means) * moments.InverseDeviation);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Finish<TInstructions, TVector>(int lines)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        int padding = PanelLayout.RoundUp(inputGradient.Columns) - inputGradient.Columns;
        for (nint line = 0; line < lines; line++)
        {
            new Span<float>(inputGradient.Data + (line * inputGradient.Stride) + inputGradient.Columns, padding).Clear();
        }

        Pass<TInstructions, TVector>.Run(
            lines, inputGradient.Data, inputGradient.Stride, inputGradient.Data, inputGradient.Stride, 0, inputGradient.Columns, epilogue);
    }
}
