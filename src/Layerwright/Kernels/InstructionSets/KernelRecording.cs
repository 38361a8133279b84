namespace Layerwright.Kernels;

/// <summary>
/// Kernels with their arguments, in order, kept to be run again and again. Which tensors and weights generated code hands to its
/// kernels is the same for every row of a predictor; for a small network finding them takes longer than the kernels do, in an
/// unoptimised build much longer.
/// </summary>
internal sealed class KernelRecording
{
    [ThreadStatic]
    private static KernelRecording? open;

    private RecordedKernel[] _kernels = [];
    private int _count;

    /// <summary>Whether kernels called on this thread are recorded instead of run.</summary>
    public static bool IsOpen => open is not null;

    /// <summary>Opens a recording on this thread, until <see cref="End"/>, which must follow whatever happens: no kernel runs before.</summary>
    /// <exception cref="InvalidOperationException">One is open already.</exception>
    public static KernelRecording Begin()
    {
        KernelRecording recording = new();
        recording.BeginAgain();
        return recording;
    }

    /// <summary>
    /// Opens this recording anew. Kernels of the same types as before take the places of those, so that nothing is allocated.
    /// </summary>
    /// <exception cref="InvalidOperationException">One is open already.</exception>
    public void BeginAgain()
    {
        open = open is null ? this : throw new InvalidOperationException("Kernels are being recorded on this thread already.");
        _count = 0;
    }

    /// <summary>Adds a kernel to the recording that is open on this thread.</summary>
    public static void Add<TKernel>(in TKernel kernel)
        where TKernel : struct, IKernel =>
        open!.Place(kernel);

    /// <summary>Closes it.</summary>
    public void End()
    {
        open = null;
        if (_count < _kernels.Length)
        {
            Array.Resize(ref _kernels, _count);
        }
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

    private void Place<TKernel>(in TKernel kernel)
        where TKernel : struct, IKernel
    {
        if (_count == _kernels.Length)
        {
            Array.Resize(ref _kernels, Math.Max(4, 2 * _count));
        }

        if (_kernels[_count] is RecordedKernel<TKernel> same)
        {
            same.Replace(kernel);
        }
        else
        {
            _kernels[_count] = new RecordedKernel<TKernel>(kernel);
        }

        _count++;
    }
}
