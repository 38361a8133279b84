using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Layerwright.Kernels;

/// <summary>The widest vectors that this machine has in hardware: what kernels run on and what memory is padded to.</summary>
internal static class VectorWidth
{
    /// <summary>Floats in a vector: 16, 8, 4 or 1.</summary>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.IsHardwareAccelerated ? 16
            : Vector256.IsHardwareAccelerated ? 8
            : Vector128.IsHardwareAccelerated ? 4
            : 1;
    }

    /// <summary>Outputs in a panel of packed weights: two vectors.</summary>
    public static int PanelWidth
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2 * Count;
    }

    /// <summary>Runs a kernel at that width, or adds it to the recording that is open on this thread.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<TKernel>(TKernel kernel)
        where TKernel : struct, IKernel
    {
        if (KernelRecording.IsOpen)
        {
            KernelRecording.Add(kernel);
        }
        else
        {
            RunNow(ref kernel);
        }
    }

    /// <summary>Runs a kernel at that width. The conditions are constants to the JIT: one branch is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RunNow<TKernel>(ref TKernel kernel)
        where TKernel : struct, IKernel
    {
        if (Vector512.IsHardwareAccelerated)
        {
            kernel.Run<Vector512Instructions, Vector512<float>>();
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            kernel.Run<Vector256Instructions, Vector256<float>>();
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            kernel.Run<Vector128Instructions, Vector128<float>>();
        }
        else
        {
            kernel.Run<ScalarInstructions, float>();
        }
    }
}
