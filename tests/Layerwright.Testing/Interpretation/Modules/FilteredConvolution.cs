namespace Layerwright.Testing.Interpretation.Modules;

/// <summary>
/// A convolution of 3×3 taps that generated code may compute by Winograd's detour, whose rounding is larger: noisy runs take it where it does.
/// </summary>
internal sealed class FilteredConvolution(
    string path, Flow input, Flow output, Parameter weight, Parameter? bias, ConvolutionTerm[] terms, (int Top, int Left) pad)
    : Convolution(path, input, output, weight, bias, terms)
{
    protected override Matrix Multiply(Matrix values, Pass pass) => pass.Noise is not null && pass.Filtered.TryGetValue(Weight.Name, out int size)
        ? NoisyWinograd.Run(size, values, Input.Shape, Output.Shape, pad, Tap, pass)
        : base.Multiply(values, pass);

    protected override Matrix MultiplyBack(Matrix gradient, Pass pass) => pass.Noise is not null && pass.FilteredBack.TryGetValue(Weight.Name, out int size)
        ? NoisyWinograd.Run(size, gradient, Output.Shape, Input.Shape, (2 - pad.Top, 2 - pad.Left), (c, f, y, x) => Tap(f, c, 2 - y, 2 - x), pass)
        : base.MultiplyBack(gradient, pass);

    private double Tap(int filter, int channel, int y, int x) =>
        Weight.Values[(((filter * Input.Channels) + channel) * 9) + (y * 3) + x];
}
