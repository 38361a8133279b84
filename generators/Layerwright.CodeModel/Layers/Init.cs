namespace Layerwright.CodeModel.Layers;

/// <summary>The members of the attribute language's <c>Init</c>, in its order.</summary>
internal enum Init
{
    Auto,
    He,
    HeUniform,
    Xavier,
    XavierUniform,
    LeCun,
    LeCunUniform,
    Orthogonal,
    Normal,
    Uniform,
    Constant,
    Zeros,
}
