namespace Layerwright.CodeModel.Layers;

/// <summary>The members of the attribute language's <c>Padding</c>, in its order.</summary>
internal enum Padding
{
    Valid,
    Same,
}
