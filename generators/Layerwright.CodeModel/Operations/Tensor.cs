namespace Layerwright.CodeModel.Operations;

/// <summary>A tensor [rows, columns] of the graph: computed once, never changed.</summary>
/// <param name="Id">Its number; 0 is the network's input.</param>
/// <param name="Columns">Elements a row.</param>
/// <param name="Name">What generated code calls it: the layer's path, its first name in small letters as in the state key, gradients with <c>Gradient</c> behind.</param>
/// <param name="Layer">The layer whose output it is, as the summary numbers them; −1 for what no layer outputs.</param>
internal sealed record Tensor(int Id, int Columns, string Name, int Layer)
{
    public bool IsNetworkInput => Id == 0;
}
