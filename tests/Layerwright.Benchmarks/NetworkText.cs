using System.Text;

namespace Layerwright.Benchmarks;

/// <summary>Sources of ordinary networks: by turns of vectors, of images, residual, and one with faults for the analyzers to speak of.</summary>
internal static class NetworkText
{
    public static string Of(int number, int layers)
    {
        StringBuilder text = new("using Layerwright;\n\n[Network]\n");
        string[] group = (number % 4) switch
        {
            0 => ["Dense(128)", "BatchNorm", "ReLU"],
            1 => ["Conv2D(16, 3, Padding = Padding.Same)", "BatchNorm", "ReLU"],
            2 => ["Dense(64, Init = Init.Xavier)", "ReLU", "Dense(64)", "Sigmoid", "Dropout(0.6)"],
            _ => [$"Residual<Branch{number}>", "ReLU"],
        };
        bool isImage = number % 4 == 1;
        text.Append(isImage ? "[ImageInput(16, 16, 3)]\n" : "[Input(64)]\n");
        string[] head = isImage ? ["GlobalAveragePool2D", "Dense(10)", "SoftmaxCrossEntropy"] : ["Dense(10)", "SoftmaxCrossEntropy"];
        foreach (string layer in Enumerable.Range(0, layers - 1 - head.Length).Select(i => group[i % group.Length]).Concat(head))
        {
            text.Append($"[{layer}]\n");
        }

        text.Append($"public partial class Net{number};\n");
        return number % 4 == 3
            ? text.Append($"\n[Block]\n[Dense(64)]\n[BatchNorm]\n[ReLU]\n[Dense(64)]\n[BatchNorm]\nclass Branch{number};\n").ToString()
            : text.ToString();
    }
}
