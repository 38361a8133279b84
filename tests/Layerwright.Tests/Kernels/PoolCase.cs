using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

/// <summary>A pooling over a few images, and which positions each of its windows covers, found by trying all taps.</summary>
internal sealed class PoolCase
{
    /// <summary>Images.</summary>
    public const int Rows = 2;

    private static readonly int[] s_channelCounts = [1, 4, 5, 16, 17, 33, 128];

    private PoolCase(Window window, int channels)
    {
        Window = window;
        Channels = channels;
    }

    /// <summary>Fast paths, remains at the end, gaps, overlaps, padding, rectangles, sequences, one window over all.</summary>
    public static IEnumerable<Window> Windows =>
    [
        Over((4, 6), (2, 2), (2, 2)),
        Over((5, 7), (2, 2), (2, 2)),
        Over((5, 8), (2, 2), (3, 3)),
        Over((4, 4), (2, 2), (2, 2), (1, 1)),
        Over((6, 9), (3, 3), (3, 3)),
        Over((7, 6), (3, 3), (2, 2)),
        Over((7, 6), (3, 3), (2, 2), (1, 1)),
        Over((5, 5), (3, 3), (1, 1), (1, 1)),
        Over((6, 5), (4, 2), (1, 3), (2, 1)),
        Over((7, 4), (1, 3), (3, 1), (0, 1)),
        Over((1, 11), (1, 4), (1, 3), (0, 2)),
        Over((3, 3), (3, 3), (1, 1)),
        Over((3, 2), (1, 1), (2, 1)),
    ];

    public Window Window { get; }

    public int Channels { get; }

    public int InputLines => Rows * Window.Input.Height * Window.Input.Width;

    public int OutputLines => Rows * Window.Output.Height * Window.Output.Width;

    public static Window Over(
        (int Height, int Width) input, (int Height, int Width) kernel, (int Height, int Width) stride, (int Height, int Width) pad = default)
    {
        var output = (
            ((input.Height + (2 * pad.Height) - kernel.Height) / stride.Height) + 1,
            ((input.Width + (2 * pad.Width) - kernel.Width) / stride.Width) + 1);
        return new Window(input, kernel, output) { Stride = stride, Pad = pad };
    }

    public static void ForEach(Action<PoolCase> check)
    {
        foreach (Window window in Windows)
        {
            foreach (int channels in s_channelCounts)
            {
                check(new PoolCase(window, channels));
            }
        }
    }

    /// <summary>The input lines that an output line's window covers, in reading order.</summary>
    public List<int> Covered(int outputLine)
    {
        int places = Window.Output.Height * Window.Output.Width, image = outputLine / places, place = outputLine % places;
        int top = (place / Window.Output.Width * Window.Stride.Height) - Window.Pad.Height;
        int left = (place % Window.Output.Width * Window.Stride.Width) - Window.Pad.Width;
        List<int> lines = [];
        for (int y = top; y < top + Window.Kernel.Height; y++)
        {
            for (int x = left; x < left + Window.Kernel.Width; x++)
            {
                if (y >= 0 && y < Window.Input.Height && x >= 0 && x < Window.Input.Width)
                {
                    lines.Add((((image * Window.Input.Height) + y) * Window.Input.Width) + x);
                }
            }
        }

        return lines;
    }

    /// <summary>Lines whose padding holds what activations may hold there.</summary>
    public static unsafe Tensor Activations(KernelMemory memory, float[,] values)
    {
        Tensor tensor = memory.Padded(values);
        for (int line = 0; line < values.GetLength(0); line++)
        {
            new Span<float>(tensor.FromRow(line).Data, PanelLayout.RoundUp(tensor.Columns))[tensor.Columns..].Fill(77);
        }

        return tensor;
    }

    /// <summary>Compares with expected numbers; looks at the padding and behind it.</summary>
    public static void AssertLines(float[,] expected, Tensor actual, double tolerance, bool isGradient)
    {
        int lines = expected.GetLength(0);
        for (int line = 0; line < lines; line++)
        {
            for (int channel = 0; channel < actual.Columns; channel++)
            {
                Assert.Equal(expected[line, channel], actual.FromRow(line).Row(0)[channel], tolerance);
            }

            Assert.All(KernelMemory.Padding(actual, line), padding => Assert.True(isGradient ? padding == 0 : float.IsFinite(padding)));
        }

        KernelMemory.AssertNothingBehindRows(actual, lines);
    }
}
