using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Layers;

/// <summary>The arguments that say how a convolution's kernel slides over an image.</summary>
internal static class ConvolutionArguments
{
    private const string KernelName = "kernel", StrideName = "Stride", PaddingName = "Padding", PadName = "Pad", DilationName = "Dilation";

    public static void Check(LayerArguments arguments, LayerIssues issues)
    {
        AxisArguments.Check(arguments, issues, KernelName, 1);
        AxisArguments.Check(arguments, issues, StrideName, 1);
        AxisArguments.Check(arguments, issues, PadName, 0);
        AxisArguments.Check(arguments, issues, DilationName, 1);
        int padding = arguments.Int(PaddingName, 0);
        issues.Require(Enum.IsDefined(typeof(Padding), padding), PaddingName, padding, "a member of Padding", 0);
        if (IsSame(arguments))
        {
            foreach (string pad in new[] { PadName, PadName + "Height", PadName + "Width" }.Where(arguments.IsWritten))
            {
                issues.Require(arguments.Int(pad, 0) == 0, pad, arguments.Int(pad, 0), "0 where Padding is Same", 0);
            }
        }
    }

    /// <summary>The output's height and width, as they would be behind the fixes of what is wrong; null where the input is no image.</summary>
    public static (int Height, int Width)? Places(LayerArguments arguments, Shape input, LayerIssues issues)
    {
        if (!issues.RequireImage(input))
        {
            return null;
        }

        var (vertical, horizontal) = Axes(arguments, input);
        issues.RequireFits(input, KernelName, canPadSame: !IsSame(arguments), vertical.Window, horizontal.Window);
        return (vertical.Places, horizontal.Places);
    }

    /// <summary>How it slides over an image.</summary>
    public static WindowGeometry Window(LayerArguments arguments, Shape input)
    {
        var (vertical, horizontal) = Axes(arguments, input);
        return new WindowGeometry(
            (vertical.Window.Input, horizontal.Window.Input), (vertical.Window.Size, horizontal.Window.Size), (vertical.Places, horizontal.Places))
        {
            Stride = (vertical.Stride, horizontal.Stride),
            Pad = (vertical.Start, horizontal.Start),
            Dilation = (vertical.Window.Dilation, horizontal.Window.Dilation),
        };
    }

    /// <summary>Height and width of the kernel.</summary>
    public static EquatableArray<int> Kernel(LayerArguments arguments)
    {
        var (height, width) = AxisArguments.Sizes(arguments, KernelName, (1, 1), 1);
        return EquatableArray.Of(height, width);
    }

    private static bool IsSame(LayerArguments arguments) => arguments.Int(PaddingName, 0) == (int)Padding.Same;

    private static (Axis Vertical, Axis Horizontal) Axes(LayerArguments arguments, Shape input)
    {
        var kernel = AxisArguments.Sizes(arguments, KernelName, (1, 1), 1);
        var stride = AxisArguments.Sizes(arguments, StrideName, (1, 1), 1);
        var pad = AxisArguments.Sizes(arguments, PadName, (0, 0), 0);
        var dilation = AxisArguments.Sizes(arguments, DilationName, (1, 1), 1);
        bool isSame = IsSame(arguments);
        return (
            Axis.Of(input.Height, AxisArguments.HeightName(arguments, KernelName), kernel.Height, stride.Height, pad.Height, dilation.Height, isSame),
            Axis.Of(input.Width, AxisArguments.WidthName(arguments, KernelName), kernel.Width, stride.Width, pad.Width, dilation.Width, isSame));
    }

    /// <summary>One axis.</summary>
    /// <param name="Window">What slides along it.</param>
    /// <param name="Stride">Positions from place to place.</param>
    /// <param name="Start">Padding in front.</param>
    private sealed record Axis(WindowAxis Window, int Stride, int Start)
    {
        public int Places => WindowGeometry.Places(Window.Input, Window.Fitting, Stride, Window.Padding, Window.Dilation);

        public static Axis Of(int input, string argument, int kernel, int stride, int pad, int dilation, bool isSame)
        {
            // Limits of sizes are judged later, on numbers that must not have wrapped before.
            int reach = (int)Math.Min(int.MaxValue / 4, (long)dilation * (kernel - 1));
            int start = isSame ? reach / 2 : Math.Min(pad, int.MaxValue / 4);
            return new(new WindowAxis(argument, input, isSame ? reach : 2 * start, kernel, dilation), stride, start);
        }
    }
}
