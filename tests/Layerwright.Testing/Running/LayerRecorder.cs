using Layerwright.Kernels;
using Layerwright.Runtime;

namespace Layerwright.Testing.Running;

/// <summary>Keeps what an observed step shows: every layer's activations and gradients, by the layer's name.</summary>
internal sealed class LayerRecorder : LayerObserver
{
    private readonly NetworkBlueprint _blueprint;
    private readonly int _rows;

    public LayerRecorder(NetworkBlueprint blueprint, int rows)
    {
        _blueprint = blueprint;
        _rows = rows;
    }

    /// <summary>Outputs, row after row; NaN where nothing was shown.</summary>
    public Dictionary<string, float[]> Activations { get; } = new(StringComparer.Ordinal);

    /// <summary>Gradients of the loss with respect to outputs; NaN where nothing was shown.</summary>
    public Dictionary<string, float[]> Gradients { get; } = new(StringComparer.Ordinal);

    public override void Activation(int layer, int firstRow, int rows, Tensor activation) => Keep(Activations, layer, firstRow, rows, activation);

    public override void Gradient(int layer, int firstRow, int rows, Tensor gradient) => Keep(Gradients, layer, firstRow, rows, gradient);

    private void Keep(Dictionary<string, float[]> kept, int layer, int firstRow, int rows, Tensor tensor)
    {
        lock (kept)
        {
            var info = _blueprint.Layers[layer];
            if (!kept.TryGetValue(info.Name, out float[]? values))
            {
                values = new float[_rows * info.OutputLength];
                Array.Fill(values, float.NaN);
                kept[info.Name] = values;
            }

            int columns = info.OutputLength / info.Positions;
            for (int line = 0; line < rows * info.Positions; line++)
            {
                // What fusion never stores is recomputed into scratch that may be wider.
                tensor.Row(line)[..columns].CopyTo(values.AsSpan((firstRow * info.OutputLength) + (line * columns)));
            }
        }
    }
}
