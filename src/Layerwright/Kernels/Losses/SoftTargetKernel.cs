using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Loss and gradient of softmax and cross-entropy where every class has a share of the target, row by row.</summary>
internal readonly unsafe struct SoftTargetKernel(
    int rows, Tensor logits, LossBlock loss, Tensor gradient, float labelSmoothing) : IKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        for (int row = 0; row < rows; row++)
        {
            float* slopes = gradient.IsAbsent ? null : gradient.FromRow(row).Data;
            if (loss.IsIgnored(row))
            {
                loss.RowLosses[row] = 0;
                SoftmaxRow<TInstructions, TVector>.Clear(slopes, logits.Columns);
            }
            else
            {
                loss.RowLosses[row] = Row<TInstructions, TVector>(row, logits.FromRow(row).Data, slopes);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Row<TInstructions, TVector>(int row, float* values, float* slopes)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint columns = logits.Columns;
        float max = SoftmaxRow<TInstructions, TVector>.Max(values, columns);
        float power = SoftmaxRow<TInstructions, TVector>.SumOfPowers(values, columns, max, slopes);

        // Of a label all but what is spread; of probabilities their vectors hold everything.
        int label = loss.Labels == null ? -1 : loss.Labels[row];
        float own = label < 0 ? 0 : (1 - labelSmoothing) * (loss.ClassWeights == null ? 1f : loss.ClassWeights[label]);
        TVector top = TInstructions.Broadcast(max), shares = TInstructions.Zero, depths = TInstructions.Zero;
        for (nint column = 0; column < columns; column += TInstructions.Count)
        {
            TVector share = Share<TInstructions, TVector>(row, column);
            TVector depth = TInstructions.Multiply(share, TInstructions.Subtract(top, TInstructions.Load(values + column)));
            shares = TInstructions.Add(shares, share);
            depths = TInstructions.Add(depths, RowEnd<TInstructions, TVector>.Inside(depth, columns - column));
        }

        float total = TInstructions.Sum(shares) + own, weight = loss.WeightOf(row), scale = weight * loss.Scale;
        double depthSum = TInstructions.Sum(depths) + (label < 0 ? 0 : (double)own * (max - values[label]));
        if (slopes != null)
        {
            TVector ofSoftmax = TInstructions.Broadcast(scale * total / power), ofShare = TInstructions.Broadcast(-scale);
            for (nint column = 0; column < columns; column += TInstructions.Count)
            {
                TVector slope = TInstructions.Multiply(TInstructions.Load(slopes + column), ofSoftmax);
                TInstructions.Store(TInstructions.MultiplyAdd(Share<TInstructions, TVector>(row, column), ofShare, slope), slopes + column);
            }

            if (label >= 0)
            {
                slopes[label] -= scale * own;
            }
        }

        return weight * ((total * Math.Log(power)) + depthSum);
    }

    /// <summary>The coefficients of some classes, a label's own part aside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TVector Share<TInstructions, TVector>(int row, nint column)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint rest = logits.Columns - column;
        TVector share = TInstructions.Broadcast(labelSmoothing / logits.Columns);
        if (loss.Labels == null)
        {
            float* targets = loss.Targets + ((nint)row * logits.Columns) + column;
            share = TInstructions.MultiplyAdd(RowEnd<TInstructions, TVector>.Load(targets, rest), TInstructions.Broadcast(1 - labelSmoothing), share);
        }

        if (loss.ClassWeights != null)
        {
            share = TInstructions.Multiply(share, TInstructions.Load(loss.ClassWeights + column));
        }

        return RowEnd<TInstructions, TVector>.Inside(share, rest);
    }
}
