using Layerwright.Runtime;
using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Runtime;

public class RowCopyTests
{
    private const int Guard = 17;

    [Fact]
    public void Rows_of_every_length_are_copied_and_nothing_behind_them()
    {
        for (int length = 0; length <= 150; length++)
        {
            ReadOnlySpan<float> source = TestRows.Numbers(length + 1).AsSpan(0, length);
            float[] target = new float[length + Guard];
            Array.Fill(target, float.NaN);

            source.CopyRowTo(target);

            Assert.Equal(source, target.AsSpan(0, length));
            Assert.All(target[length..], value => Assert.True(float.IsNaN(value)));
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(9)]
    [InlineData(40)]
    [InlineData(200)]
    public void A_row_that_does_not_fit_is_refused_before_anything_is_written(int length)
    {
        float[] target = new float[length - 1];

        Assert.ThrowsAny<ArgumentException>(() => new ReadOnlySpan<float>(TestRows.Numbers(length)).CopyRowTo(target));

        Assert.All(target, value => Assert.Equal(0, value));
    }
}
