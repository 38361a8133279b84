namespace Layerwright.Kernels;

/// <summary>
/// Kernels with their arguments, in order, kept to be run again and again. Which tensors and weights generated code hands to its
/// kernels is the same for every row of a predictor; for a small network finding them takes longer than the kernels do, in an
/// unoptimised build much longer.
/// </summary>
internal sealed class KernelRecording
{
    [ThreadStatic]
    private static List<RecordedKernel>? open;

    private RecordedKernel[] _kernels = [];

    /// <summary>Whether kernels called on this thread are recorded instead of run.</summary>
    public static bool IsOpen => open is not null;

    /// <summary>Opens a recording on this thread, until <see cref="End"/>, which must follow whatever happens: no kernel runs before.</summary>
    /// <exception cref="InvalidOperationException">One is open already.</exception>
    public static KernelRecording Begin()
    {
        open = open is null ? [] : throw new InvalidOperationException("Kernels are being recorded on this thread already.");
        return new();
    }

    /// <summary>Adds a kernel to the recording that is open on this thread.</summary>
    public static void Add<TKernel>(in TKernel kernel)
        where TKernel : struct, IKernel =>
        open!.Add(new RecordedKernel<TKernel>(kernel));

    /// <summary>Closes it.</summary>
    public void End()
    {
        _kernels = [.. open!];
        open = null;
    }

    /// <summary>These kernels and then others.</summary>
    public KernelRecording Then(KernelRecording next) => new() { _kernels = [.. _kernels, .. next._kernels] };

    /// <summary>Runs the kernels over what their tensors hold now.</summary>
    public void Run()
    {
        foreach (RecordedKernel kernel in _kernels)
        {
            kernel.Run();
        }
    }
}
