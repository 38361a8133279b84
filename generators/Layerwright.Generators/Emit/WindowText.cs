using Layerwright.CodeModel.Operations;

namespace Layerwright.Generators.Emit;

/// <summary>A window as generated code writes it: sizes by name, and only what is not the default besides.</summary>
internal static class WindowText
{
    public static string New(WindowGeometry window)
    {
        var properties = new List<string>();
        void Add(string name, (int Height, int Width) value, int usual)
        {
            if (value != (usual, usual))
            {
                properties.Add($"{name} = {Size(value)}");
            }
        }

        Add("Stride", window.Stride, 1);
        Add("Pad", window.Pad, 0);
        Add("Dilation", window.Dilation, 1);
        string sizes = $"new LwKernels::Window(input: {Size(window.Input)}, kernel: {Size(window.Kernel)}, output: {Size(window.Output)})";
        return properties.Count == 0 ? sizes : $"{sizes} {{ {string.Join(", ", properties)} }}";
    }

    private static string Size((int Height, int Width) size) => $"({Literal.Int(size.Height)}, {Literal.Int(size.Width)})";
}
