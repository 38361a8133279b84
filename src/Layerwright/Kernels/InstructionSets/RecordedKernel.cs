namespace Layerwright.Kernels;

/// <summary>A kernel of a recording.</summary>
internal abstract class RecordedKernel
{
    /// <summary>Runs it.</summary>
    public abstract void Run();
}

/// <inheritdoc/>
internal sealed class RecordedKernel<TKernel>(TKernel kernel) : RecordedKernel
    where TKernel : struct, IKernel
{
    // Not readonly: the call would copy it first.
    private TKernel _kernel = kernel;

    /// <summary>Takes its place.</summary>
    public void Replace(in TKernel kernel) => _kernel = kernel;

    public override void Run() => VectorWidth.RunNow(ref _kernel);
}
