using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Inference;

namespace Layerwright.CodeModel.Layers;

/// <summary>
/// A residual's shortcut that fits its input to its branch: a linear map without bias, dense or a convolution of one pixel with the
/// smallest stride that fits; normalised where the branch ends normalised, so that both sides arrive at one scale.
/// </summary>
internal static class Projection
{
    /// <summary>The shortcut's layers; null where no map of that kind leads from the input's shape to the branch's.</summary>
    public static EquatableArray<LayerDeclaration>? Of(BranchInference inference, InferredChain branch)
    {
        if (!Fits(inference.Input, branch.Output))
        {
            return null;
        }

        var layers = new List<LayerDeclaration> { Map(inference, branch.Output) };
        if (branch.Layers.Count > 0 && branch.Layers[branch.Layers.Count - 1].Layer.IsBatchNormalization)
        {
            layers.Add(inference.Make("BatchNorm"));
        }

        return layers.ToEquatableArray();
    }

    /// <summary>Vectors always; images and sequences where a stride leads from each size to the other.</summary>
    public static bool Fits(Shape input, Shape output) =>
        !input.IsOpen && !output.IsOpen && input.Dimensions.Count == output.Dimensions.Count && Strides(input, output).All(stride => stride > 0);

    private static LayerDeclaration Map(BranchInference inference, Shape output)
    {
        var strides = Strides(inference.Input, output);
        var noBias = new Argument("UseBias", false);
        return strides.Count switch
        {
            0 => inference.Make("Dense", new Argument("units", output.Channels), noBias),
            1 => inference.Make(
                "Conv1D", new Argument("filters", output.Channels), new Argument("kernel", 1), new Argument("Stride", strides[0]), noBias),
            _ => inference.Make(
                "Conv2D",
                new Argument("filters", output.Channels),
                new Argument("kernel", 1),
                new Argument("StrideHeight", strides[0]),
                new Argument("StrideWidth", strides[1]),
                noBias),
        };
    }

    private static List<int> Strides(Shape input, Shape output) =>
        Enumerable.Range(0, input.Dimensions.Count - 1).Select(axis => SmallestStride(input.Dimensions[axis], output.Dimensions[axis])).ToList();

    // A kernel of one pixel reads ⌈from / stride⌉ of them; 0 where no stride gives that many.
    private static int SmallestStride(int from, int to)
    {
        int stride = Quotient(from, to);
        return to <= from && Quotient(from, stride) == to ? stride : 0;
    }

    private static int Quotient(int dividend, int divisor) => (int)(((long)dividend + divisor - 1) / divisor);
}
