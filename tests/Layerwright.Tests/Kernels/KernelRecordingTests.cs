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
}
