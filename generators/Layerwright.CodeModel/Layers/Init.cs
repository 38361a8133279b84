namespace Layerwright.CodeModel.Layers;

/// <summary>The members of the attribute language's <c>Init</c>, in its order.</summary>
internal enum Init
{
    Auto,
    He,
    Xavier,
    LeCun,
    Normal,
    Zeros,
}
