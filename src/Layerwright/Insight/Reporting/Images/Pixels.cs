namespace Layerwright.Reporting;

/// <summary>Rows of numbers as pixels.</summary>
internal static class Pixels
{
    /// <summary>
    /// The range that is drawn from black to white: 0 to 1 or 0 to 255 where the rows lie within, else from their least to their
    /// greatest number.
    /// </summary>
    public static (float Low, float High) RangeOf(IEnumerable<ReadOnlyMemory<float>> rows)
    {
        float low = float.PositiveInfinity, high = float.NegativeInfinity;
        foreach (ReadOnlyMemory<float> row in rows)
        {
            foreach (float value in row.Span)
            {
                if (float.IsFinite(value))
                {
                    low = Math.Min(low, value);
                    high = Math.Max(high, value);
                }
            }
        }

        return low switch
        {
            >= 0 when high <= 1 => (0, 1),
            >= 0 when high <= 255 => (0, 255),
            _ when low < high => (low, high),
            _ => (0, 1),
        };
    }

    /// <summary>A byte for each pixel of a grey image; three for one of three channels. Of other numbers of channels their mean is grey.</summary>
    public static byte[] Of(ReadOnlySpan<float> row, ImageShape shape, (float Low, float High) range)
    {
        int count = shape.Height * shape.Width;
        int shown = shape.Channels == 3 ? 3 : 1;
        var pixels = new byte[count * shown];
        for (int pixel = 0; pixel < count; pixel++)
        {
            float sum = 0;
            for (int channel = 0; channel < shape.Channels; channel++)
            {
                float value = row[shape.Layout == ImageLayout.ChannelsLast ? (pixel * shape.Channels) + channel : (channel * count) + pixel];
                sum += value;
                if (shown == 3)
                {
                    pixels[(pixel * 3) + channel] = Byte(value, range);
                }
            }

            if (shown == 1)
            {
                pixels[pixel] = Byte(sum / shape.Channels, range);
            }
        }

        return pixels;
    }

    private static byte Byte(float value, (float Low, float High) range)
    {
        float share = (value - range.Low) / (range.High - range.Low);
        return float.IsNaN(share) ? (byte)0 : (byte)MathF.Round(255 * Math.Clamp(share, 0, 1));
    }
}
