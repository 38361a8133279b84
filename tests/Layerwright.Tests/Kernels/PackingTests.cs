using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public class PackingTests
{
    public static TheoryData<int> ColumnCounts => [.. Numbers.ColumnCounts];

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public unsafe void Every_weight_lies_where_the_layout_says_and_padding_is_zero(int outputs)
    {
        foreach (int inputs in new[] { 1, 2, 5, 16, 33 })
        {
            KernelMemory memory = new();
            float[,] weights = Numbers.Small(outputs, inputs, 1);
            PackedMatrix packed = memory.Packed(weights);

            HashSet<nint> taken = [];
            for (int output = 0; output < outputs; output++)
            {
                for (int input = 0; input < inputs; input++)
                {
                    nint offset = PanelLayout.Offset(input, output, inputs, outputs);
                    Assert.Equal(weights[output, input], packed.Data[offset]);
                    Assert.True(taken.Add(offset));
                }
            }

            int length = (int)PanelLayout.PackedLength(inputs, outputs);
            IEnumerable<int> padding = Enumerable.Range(0, length).Where(offset => !taken.Contains(offset));
            Assert.All(padding, offset => Assert.Equal(0f, packed.Data[offset]));
            Assert.Equal(weights, KernelMemory.Read(packed));
        }
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public unsafe void A_transposed_copy_holds_each_weight_at_the_mirrored_place(int outputs)
    {
        foreach (int inputs in Numbers.ColumnCounts)
        {
            KernelMemory memory = new();
            float[,] weights = Numbers.Small(outputs, inputs, 1);
            PackedMatrix transposed = memory.Packed(outputs, inputs);

            for (int panel = PanelLayout.PanelCount(inputs) - 1; panel >= 0; panel--)
            {
                Transposition.Run(memory.Packed(weights), 1, transposed, new PanelRange(panel, 1));
            }

            float[,] actual = KernelMemory.Read(transposed);
            for (int output = 0; output < outputs; output++)
            {
                for (int input = 0; input < inputs; input++)
                {
                    Assert.Equal(weights[output, input], actual[input, output]);
                }
            }

            int length = (int)PanelLayout.PackedLength(outputs, inputs);
            float[] all = new ReadOnlySpan<float>(transposed.Data, length).ToArray();
            Assert.Equal(length - inputs * outputs, all.Count(element => element == 0));
            Assert.True(float.IsNaN(transposed.Data[length]));
        }
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public unsafe void A_turned_copy_exchanges_channels_and_filters_and_reverses_the_taps(int filters)
    {
        const int Taps = 6;
        foreach (int channels in Numbers.ColumnCounts)
        {
            KernelMemory memory = new();
            float[,] weights = Numbers.Small(filters, Taps * channels, 1);
            PackedMatrix turned = memory.Packed(Taps * filters, channels);

            Transposition.Turn(memory.Packed(weights), Taps, turned);

            float[,] actual = KernelMemory.Read(turned);
            for (int filter = 0; filter < filters; filter++)
            {
                for (int tap = 0; tap < Taps; tap++)
                {
                    for (int channel = 0; channel < channels; channel++)
                    {
                        Assert.Equal(weights[filter, tap * channels + channel], actual[channel, (Taps - 1 - tap) * filters + filter]);
                    }
                }
            }

            int length = (int)PanelLayout.PackedLength(Taps * filters, channels);
            float[] all = new ReadOnlySpan<float>(turned.Data, length).ToArray();
            Assert.Equal(length - Taps * filters * channels, all.Count(element => element == 0));
            Assert.True(float.IsNaN(turned.Data[length]));
        }
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(17, 2)]
    [InlineData(16, 3)]
    [InlineData(37, 5)]
    public void Pieces_of_a_unit_are_next_to_each_other_outside_and_each_has_all_units_inside(int units, int pieces)
    {
        const int Inputs = 3;
        KernelMemory memory = new();
        float[] weights = Numbers.Row(units * pieces * Inputs, 1), bias = Numbers.Row(units * pieces, 2);
        PackedMatrix packed = memory.Packed(Inputs, units * pieces);
        Tensor vector = memory.Vector(new float[units * pieces]);

        StateOrder order = StateOrder.Of(units * pieces, [], [], pieces);
        Packing.Pack(weights, packed, order);
        Packing.Pack(bias, vector, order);

        float[,] inside = KernelMemory.Read(packed);
        for (int unit = 0; unit < units; unit++)
        {
            for (int piece = 0; piece < pieces; piece++)
            {
                int outer = (unit * pieces) + piece, inner = (piece * units) + unit;
                Assert.Equal(weights[outer * Inputs], inside[inner, 0]);
                Assert.Equal(weights[(outer * Inputs) + 2], inside[inner, 2]);
                Assert.Equal(bias[outer], vector.Row(0)[inner]);
            }
        }

        float[] weightsAgain = new float[weights.Length], biasAgain = new float[bias.Length];
        Packing.Unpack(packed, weightsAgain, order);
        Packing.Unpack(vector, biasAgain, order);
        Assert.Equal(weights, weightsAgain);
        Assert.Equal(bias, biasAgain);
    }

    [Theory]
    [InlineData(16, 3, 9, 1)]
    [InlineData(17, 5, 4, 1)]
    [InlineData(6, 2, 9, 3)]
    [InlineData(66, 4, 6, 2)]
    public void A_convolution_lies_group_after_group_and_tap_after_tap_inside(int filters, int channels, int taps, int groups)
    {
        int inputs = taps * channels, perGroup = filters / groups;
        float[] state = Numbers.Row(filters * inputs, 1);
        PackedMatrix packed = new KernelMemory().Packed(inputs, filters, groups);
        StateOrder order = StateOrder.Of(filters, [], [(taps, channels)]);

        Packing.Pack(state, packed, order);

        int elements = 0;
        for (int filter = 0; filter < filters; filter++)
        {
            float[,] inside = KernelMemory.Read(packed.Group(filter / perGroup));
            for (int channel = 0; channel < channels; channel++)
            {
                for (int tap = 0; tap < taps; tap++, elements++)
                {
                    Assert.Equal(state[elements], inside[filter % perGroup, (tap * channels) + channel]);
                }
            }
        }

        float[] again = new float[state.Length];
        Packing.Unpack(packed, again, order);
        Assert.Equal(state, again);
    }

    [Fact]
    public void Features_behind_a_concatenation_keep_their_segments_and_a_maxout_its_pieces_inside_them()
    {
        // Outputs: an image of 2 positions × 3 channels, then 2 plain ones, each with 2 pieces.
        StateOrder order = StateOrder.Of(16, [(2, 3), (1, 2)], [], pieces: 2);
        int[] channelsFirst = [0, 2, 4, 1, 3, 5, 6, 7];

        for (int piece = 0; piece < 2; piece++)
        {
            for (int unit = 0; unit < 8; unit++)
            {
                Assert.Equal((channelsFirst[unit] * 2) + piece, order.Output((piece * 8) + unit));
            }
        }
    }

    [Fact]
    public void Weights_of_another_size_are_refused()
    {
        PackedMatrix packed = new KernelMemory().Packed(3, 5);
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => Packing.Pack(new float[14], packed));
        Assert.Contains("5 × 3", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Packing.Unpack(packed, new float[16]));
    }

    [Fact]
    public void Rows_whose_stride_would_share_cache_sets_are_a_line_longer()
    {
        Assert.Equal(400, PanelLayout.RowStride(384));
        Assert.Equal(528, PanelLayout.RowStride(512));
        Assert.Equal(1040, PanelLayout.RowStride(1024));
        Assert.Equal(PanelLayout.RoundUp(100), PanelLayout.RowStride(100));
    }
}
