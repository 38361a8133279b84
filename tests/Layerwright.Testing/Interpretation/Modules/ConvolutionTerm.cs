namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>output[<paramref name="Output"/>] += input[<paramref name="Input"/>] · weight[<paramref name="Weight"/>], within a row.</summary>
internal readonly record struct ConvolutionTerm(int Input, int Output, int Weight)
{
    /// <summary>Of weights [filters, channels/groups, taps].</summary>
    public static ConvolutionTerm[] Of(Sweep sweep, int taps, int channels, int filters, int groups)
    {
        int depth = channels / groups, share = filters / groups;
        return
        [
            .. from link in sweep.Links
               from filter in Enumerable.Range(0, filters)
               from c in Enumerable.Range(0, depth)
               select new ConvolutionTerm(
                   (link.Input * channels) + (filter / share * depth) + c,
                   (link.Output * filters) + filter,
                   (((filter * depth) + c) * taps) + link.Tap),
        ];
    }

    /// <summary>
    /// Of weights [channels, filters, taps]: <paramref name="sweep"/> is the one that goes over the output and yields the input.
    /// </summary>
    public static ConvolutionTerm[] Transposed(Sweep sweep, int taps, int channels, int filters) =>
    [
        .. from link in sweep.Links
           from filter in Enumerable.Range(0, filters)
           from c in Enumerable.Range(0, channels)
           select new ConvolutionTerm(
               (link.Output * channels) + c,
               (link.Input * filters) + filter,
               (((c * filters) + filter) * taps) + link.Tap),
    ];
}
