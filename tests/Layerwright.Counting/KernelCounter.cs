namespace Layerwright.Kernels;

/// <summary>Counts what this thread's kernels do, kind by kind, and which cache lines they touch, those of its stack left out.</summary>
internal static unsafe class KernelCounter
{
    /// <summary>Bytes of the caches that are modelled: what most processors of today have at least.</summary>
    public const int NearCache = 32 << 10, FarCache = 1 << 20, Line = 64;

    // A kernel's room on its stack lies otherwise among the lines in every run, and never leaves the first-level cache.
    private const int StackReach = 1 << 20;

    [ThreadStatic]
    private static Counts? open;

    /// <summary>What the kernels of <paramref name="work"/> did, in the order in which their kinds were first met. They run on this thread.</summary>
    /// <param name="work">Run once before, so that the caches hold what they hold between one call and the next.</param>
    public static IReadOnlyList<(Type Kernel, KernelCost Cost)> Count(Action work)
    {
        var counts = open = new();
        try
        {
            work();
            counts.Forget();
            work();
        }
        finally
        {
            open = null;
        }

        return [.. counts.Kinds.Select(kind => (kind, counts.Costs[kind]))];
    }

    /// <summary>Runs a kernel and notes under its type what it did.</summary>
    public static void Run<TKernel, TInstructions, TVector>(ref TKernel kernel)
        where TKernel : struct, IKernel
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        if (open is not { } counts)
        {
            kernel.Run<TInstructions, TVector>();
            return;
        }

        KernelCost before = counts.Cost;
        kernel.Run<TInstructions, TVector>();
        counts.Note(typeof(TKernel), counts.Cost - before);
    }

    public static void Load(float* source, int count)
    {
        if (open is { } counts)
        {
            counts.Loaded += count;
            counts.Touch(source, count);
        }
    }

    public static void Broadcast(float* source)
    {
        if (open is { } counts)
        {
            counts.Broadcast++;
            counts.Touch(source, 1);
        }
    }

    public static void Store(float* target, int count)
    {
        if (open is { } counts)
        {
            counts.Stored += count;
            counts.Touch(target, count);
        }
    }

    public static void MultiplyAdd(int count)
    {
        if (open is { } counts)
        {
            counts.MultiplyAdds += count;
        }
    }

    public static void Arithmetic(int count)
    {
        if (open is { } counts)
        {
            counts.Arithmetic += count;
        }
    }

    public static void Other(int count)
    {
        if (open is { } counts)
        {
            counts.Others += count;
        }
    }

    private sealed class Counts
    {
        private readonly CacheModel _near = new(NearCache / Line), _far = new(FarCache / Line);
        private readonly HashSet<nint> _touched = [];
        private nint _latest;

        public long MultiplyAdds, Arithmetic, Others, Loaded, Broadcast, Stored;
        private long _nearLines, _farLines, _firstLines;

        public List<Type> Kinds { get; } = [];

        public Dictionary<Type, KernelCost> Costs { get; } = [];

        public KernelCost Cost => new(0, MultiplyAdds, Arithmetic, Others, Loaded, Broadcast, Stored, _nearLines, _farLines, _firstLines);

        public void Note(Type kernel, KernelCost cost)
        {
            if (!Costs.TryGetValue(kernel, out KernelCost sum))
            {
                Kinds.Add(kernel);
            }

            Costs[kernel] = sum + cost with { Calls = 1 };
        }

        public void Forget()
        {
            Kinds.Clear();
            Costs.Clear();
            _touched.Clear();
        }

        public void Touch(float* first, int count)
        {
            byte here;
            if ((nuint)((byte*)first - &here) < StackReach)
            {
                return;
            }

            nint line = (nint)first / Line, last = (nint)((byte*)(first + count) - 1) / Line;
            for (; line <= last; line++)
            {
                if (line != _latest)
                {
                    _latest = line;
                    if (!_near.Touch(line))
                    {
                        _nearLines++;
                        _farLines += _far.Touch(line) ? 0 : 1;
                    }

                    _firstLines += _touched.Add(line) ? 1 : 0;
                }
            }
        }
    }
}
