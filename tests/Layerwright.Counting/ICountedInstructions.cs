namespace Layerwright.Kernels;

/// <summary>The operations of <typeparamref name="TPlain"/>, each counted.</summary>
internal unsafe interface ICountedInstructions<TPlain, TVector> : IInstructionSet<TVector>
    where TPlain : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    static int IInstructionSet<TVector>.Count => TPlain.Count;

    static int IInstructionSet<TVector>.TileRows => TPlain.TileRows;

    static TVector IInstructionSet<TVector>.Zero => TPlain.Zero;

    static TVector IInstructionSet<TVector>.Load(float* source)
    {
        KernelCounter.Load(source, TPlain.Count);
        return TPlain.Load(source);
    }

    static TVector IInstructionSet<TVector>.LoadFirst(float* source, int count)
    {
        KernelCounter.Load(source, Math.Min(count, TPlain.Count));
        return TPlain.LoadFirst(source, count);
    }

    static void IInstructionSet<TVector>.Store(TVector value, float* target)
    {
        KernelCounter.Store(target, TPlain.Count);
        TPlain.Store(value, target);
    }

    static TVector IInstructionSet<TVector>.Broadcast(float value) => TPlain.Broadcast(value);

    static TVector IInstructionSet<TVector>.Broadcast(float* source)
    {
        KernelCounter.Broadcast(source);
        return TPlain.Broadcast(*source);
    }

    static TVector IInstructionSet<TVector>.Add(TVector left, TVector right)
    {
        KernelCounter.Arithmetic(TPlain.Count);
        return TPlain.Add(left, right);
    }

    static TVector IInstructionSet<TVector>.Subtract(TVector left, TVector right)
    {
        KernelCounter.Arithmetic(TPlain.Count);
        return TPlain.Subtract(left, right);
    }

    static TVector IInstructionSet<TVector>.Multiply(TVector left, TVector right)
    {
        KernelCounter.Arithmetic(TPlain.Count);
        return TPlain.Multiply(left, right);
    }

    static TVector IInstructionSet<TVector>.Divide(TVector left, TVector right)
    {
        KernelCounter.Arithmetic(TPlain.Count);
        return TPlain.Divide(left, right);
    }

    static TVector IInstructionSet<TVector>.MultiplyAdd(TVector left, TVector right, TVector addend)
    {
        KernelCounter.MultiplyAdd(TPlain.Count);
        return TPlain.MultiplyAdd(left, right, addend);
    }

    static TVector IInstructionSet<TVector>.SquareRoot(TVector value)
    {
        KernelCounter.Arithmetic(TPlain.Count);
        return TPlain.SquareRoot(value);
    }

    static TVector IInstructionSet<TVector>.Abs(TVector value) => Other(TPlain.Abs(value));

    static TVector IInstructionSet<TVector>.Min(TVector bound, TVector value) => Other(TPlain.Min(bound, value));

    static TVector IInstructionSet<TVector>.Max(TVector bound, TVector value) => Other(TPlain.Max(bound, value));

    static TVector IInstructionSet<TVector>.GreaterThan(TVector left, TVector right) => Other(TPlain.GreaterThan(left, right));

    static TVector IInstructionSet<TVector>.Select(TVector mask, TVector whenSet, TVector otherwise) =>
        Other(TPlain.Select(mask, whenSet, otherwise));

    static TVector IInstructionSet<TVector>.FirstLanes(int count) => Other(TPlain.FirstLanes(count));

    static float IInstructionSet<TVector>.Sum(TVector value)
    {
        KernelCounter.Arithmetic(TPlain.Count - 1);
        return TPlain.Sum(value);
    }

    static float IInstructionSet<TVector>.MaxElement(TVector value)
    {
        KernelCounter.Other(TPlain.Count);
        return TPlain.MaxElement(value);
    }

    static TVector IInstructionSet<TVector>.CountFrom(uint first) => Other(TPlain.CountFrom(first));

    static TVector IInstructionSet<TVector>.BroadcastBits(uint bits) => TPlain.BroadcastBits(bits);

    static TVector IInstructionSet<TVector>.Xor(TVector left, TVector right) => Other(TPlain.Xor(left, right));

    static TVector IInstructionSet<TVector>.AddBits(TVector left, TVector right) => Other(TPlain.AddBits(left, right));

    static TVector IInstructionSet<TVector>.MultiplyBits(TVector left, TVector right) => Other(TPlain.MultiplyBits(left, right));

    static TVector IInstructionSet<TVector>.ShiftLeft(TVector bits, int count) => Other(TPlain.ShiftLeft(bits, count));

    static TVector IInstructionSet<TVector>.ShiftRight(TVector bits, int count) => Other(TPlain.ShiftRight(bits, count));

    static TVector IInstructionSet<TVector>.IsBelow(TVector bits, TVector bound) => Other(TPlain.IsBelow(bits, bound));

    /// <summary>What is no arithmetic on numbers: comparisons, choices, bits.</summary>
    private static TVector Other(TVector result)
    {
        KernelCounter.Other(TPlain.Count);
        return result;
    }
}
