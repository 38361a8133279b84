using Layerwright;

namespace FashionMnistSample;

/// <summary>A network to choose on the command line, and how it is trained.</summary>
/// <param name="Summary">Layers, shapes, parameters, memory, as a table.</param>
/// <param name="Epochs">Passes over the training images, unless the command line says otherwise.</param>
/// <param name="BatchSize">Images a training step, unless the command line says otherwise.</param>
/// <param name="Optimizer">The update rule.</param>
/// <param name="Schedule">The learning rate's course.</param>
/// <param name="Create">Makes it from a seed and the normaliser of its inputs.</param>
/// <param name="Save">Writes it to a file.</param>
/// <param name="Load">Reads it from one.</param>
internal sealed record Model<TNetwork>(
    NetworkSummary Summary,
    int Epochs,
    int BatchSize,
    Optimizer Optimizer,
    Schedule Schedule,
    Func<ulong, Normalizer, TNetwork> Create,
    Action<TNetwork, string> Save,
    Func<string, TNetwork> Load)
    where TNetwork : class, INetwork<TNetwork>;
