using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

/// <summary>Windows of every kind: what convolutions and their gradients must all get right.</summary>
internal static class Windows
{
    public static readonly Dictionary<string, Window> All = new()
    {
        ["same"] = new((7, 6), (3, 3), (7, 6)) { Pad = (1, 1) },
        ["strided"] = new((9, 8), (5, 3), (4, 4)) { Stride = (2, 2), Pad = (1, 1) },
        ["dilated"] = new((9, 10), (3, 3), (7, 8)) { Pad = (1, 1), Dilation = (2, 2) },
        ["pixel"] = new((5, 4), (1, 1), (5, 4)),
        ["causal sequence"] = new((1, 20), (1, 4), (1, 20)) { Pad = (0, 3) },
        ["wider than the image"] = new((2, 2), (5, 7), (2, 2)) { Pad = (2, 3) },
        ["rectangular"] = new((6, 11), (2, 5), (7, 4)) { Stride = (1, 3), Pad = (1, 2) },
        ["strided pixel"] = new((7, 7), (1, 1), (4, 4)) { Stride = (2, 2) },
        ["valid"] = new((8, 9), (5, 5), (4, 5)),
        ["strided and dilated"] = new((11, 12), (3, 2), (3, 4)) { Stride = (3, 3), Pad = (1, 2), Dilation = (2, 4) },
        ["ten wide"] = new((3, 25), (2, 10), (3, 25)) { Pad = (1, 4) },
        ["stride beyond the kernel"] = new((8, 10), (2, 2), (2, 3)) { Stride = (5, 4) },
    };
}
