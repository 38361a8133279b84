using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public class ResizingTests
{
    private const int Images = 2;

    public static TheoryData<int> ChannelCounts => [.. Numbers.ColumnCounts];

    [Theory]
    [MemberData(nameof(ChannelCounts))]
    public void Upsampling_repeats_each_position_and_sums_its_copies_gradients(int channels)
    {
        foreach (int factor in new[] { 1, 2, 3 })
        {
            KernelMemory memory = new();
            const int Height = 3, Width = 2;
            int large = Images * Height * Width * factor * factor;
            Window window = new(input: (Height * factor, Width * factor), kernel: (factor, factor), output: (Height, Width)) { Stride = (factor, factor) };
            float[,] input = Numbers.Whole(Images * Height * Width, channels, 1), gradient = Numbers.Whole(large, channels, 2);
            float[,] repeated = new float[large, channels], sums = new float[Images * Height * Width, channels];
            Tensor output = memory.Padded(large, channels), inputGradient = memory.Padded(Images * Height * Width, channels);
            Tensor x = PoolCase.Activations(memory, input);

            Upsample.Run(Images, x, window, output, new LeakyReLU(0.5f));
            Upsample.Gradient(Images, memory.Padded(gradient), window, inputGradient, default(None));

            for (int line = 0; line < large; line++)
            {
                int column = line % (Width * factor) / factor, row = line / (Width * factor) / factor;
                for (int channel = 0; channel < channels; channel++)
                {
                    float value = input[(row * Width) + column, channel];
                    repeated[line, channel] = value > 0 ? value : 0.5f * value;
                    sums[(row * Width) + column, channel] += gradient[line, channel];
                }
            }

            PoolCase.AssertLines(repeated, output, 0, isGradient: false);
            PoolCase.AssertLines(sums, inputGradient, 0, isGradient: true);
        }
    }

    [Theory]
    [MemberData(nameof(ChannelCounts))]
    public void A_frame_of_zeros_is_put_around_images_and_taken_from_gradients(int channels)
    {
        const int Height = 3, Width = 2, Top = 1, Left = 2, FramedHeight = 4, FramedWidth = 7;
        KernelMemory memory = new();
        Window window = new(input: (Height, Width), kernel: (1, 1), output: (FramedHeight, FramedWidth)) { Pad = (Top, Left) };
        float[,] input = Numbers.Whole(Images * Height * Width, channels, 1);
        float[,] gradient = Numbers.Whole(Images * FramedHeight * FramedWidth, channels, 2);
        float[,] framed = new float[gradient.GetLength(0), channels], cropped = new float[input.GetLength(0), channels];
        Tensor output = memory.Padded(gradient.GetLength(0), channels), inputGradient = memory.Padded(input.GetLength(0), channels);
        Tensor shift = memory.Vector([.. Enumerable.Repeat(1f, channels)]);

        ZeroPadding.Run(Images, PoolCase.Activations(memory, input), window, output, new AddBias(shift));
        ZeroPadding.Gradient(Images, memory.Padded(gradient), window, inputGradient, default(None));

        for (int line = 0; line < framed.GetLength(0); line++)
        {
            int x = (line % FramedWidth) - Left, y = (line / FramedWidth % FramedHeight) - Top, image = line / (FramedWidth * FramedHeight);
            bool isInside = x is >= 0 and < Width && y is >= 0 and < Height;
            int inner = (((image * Height) + y) * Width) + x;
            for (int channel = 0; channel < channels; channel++)
            {
                framed[line, channel] = 1 + (isInside ? input[inner, channel] : 0);
                if (isInside)
                {
                    cropped[inner, channel] = gradient[line, channel];
                }
            }
        }

        PoolCase.AssertLines(framed, output, 0, isGradient: false);
        PoolCase.AssertLines(cropped, inputGradient, 0, isGradient: true);
    }
}
