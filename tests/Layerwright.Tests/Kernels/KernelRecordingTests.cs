using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

/// <summary>While a recording is open its thread's kernels do not run, so it must not stay open unseen.</summary>
public class KernelRecordingTests
{
    [Fact]
    public void A_recording_within_a_recording_is_refused_and_the_first_can_still_be_ended()
    {
        var recording = KernelRecording.Begin();
        try
        {
            Assert.Contains("already", Assert.Throws<InvalidOperationException>(KernelRecording.Begin).Message, StringComparison.Ordinal);
            Assert.True(KernelRecording.IsOpen);
        }
        finally
        {
            recording.End();
        }

        Assert.False(KernelRecording.IsOpen);
    }

    [Fact]
    public unsafe void Kernels_run_when_the_recording_runs_and_again_each_time()
    {
        float* memory = stackalloc float[64];
        new Span<float>(memory, 64).Clear();
        memory[0] = 3;
        var (input, output) = (new Tensor(memory, columns: 1, stride: 32), new Tensor(memory + 32, columns: 1, stride: 32));
        var recording = KernelRecording.Begin();
        Elementwise.Run(1, input, output, default(ReLU));
        recording.End();
        Assert.Equal(0, output.Data[0]);

        recording.Run();
        Assert.Equal(3, output.Data[0]);

        memory[0] = 5;
        recording.Run();
        Assert.Equal(5, output.Data[0]);
    }

    [Fact]
    public unsafe void A_recording_opened_again_holds_the_new_kernels_only_and_allocates_nothing()
    {
        float* memory = stackalloc float[96];
        new Span<float>(memory, 96).Clear();
        memory[0] = 3;
        var (input, first, second) = (new Tensor(memory, 1, 32), new Tensor(memory + 32, 1, 32), new Tensor(memory + 64, 1, 32));
        var recording = KernelRecording.Begin();
        Elementwise.Run(1, input, first, default(ReLU));
        Elementwise.Run(1, input, second, default(ReLU));
        recording.End();
        Record();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Record();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        recording.Run();
        Assert.Equal(0, *first.Data);
        Assert.Equal(3, *second.Data);

        void Record()
        {
            recording.BeginAgain();
            Elementwise.Run(1, input, second, default(ReLU));
            recording.End();
        }
    }
}
