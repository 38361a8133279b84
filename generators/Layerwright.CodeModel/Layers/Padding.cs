namespace Layerwright.CodeModel.Layers;

/// <summary>The library's enum of the same name, member for member.</summary>
internal enum Padding
{
    Valid,
    Same,
}
