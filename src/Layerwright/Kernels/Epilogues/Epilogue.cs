using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>Composes epilogues; the first named is applied first.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Epilogue
{
    /// <summary>The chain of two.</summary>
    public static Chain<TFirst, TSecond> Chain<TFirst, TSecond>(TFirst first, TSecond second)
        where TFirst : struct, IEpilogue
        where TSecond : struct, IEpilogue =>
        new(first, second);

    /// <summary>The chain of three.</summary>
    public static Chain<TFirst, Chain<TSecond, TThird>> Chain<TFirst, TSecond, TThird>(
        TFirst first, TSecond second, TThird third)
        where TFirst : struct, IEpilogue
        where TSecond : struct, IEpilogue
        where TThird : struct, IEpilogue =>
        new(first, Chain(second, third));

    /// <summary>The chain of four.</summary>
    public static Chain<TFirst, Chain<TSecond, Chain<TThird, TFourth>>> Chain<TFirst, TSecond, TThird, TFourth>(
        TFirst first, TSecond second, TThird third, TFourth fourth)
        where TFirst : struct, IEpilogue
        where TSecond : struct, IEpilogue
        where TThird : struct, IEpilogue
        where TFourth : struct, IEpilogue =>
        new(first, Chain(second, third, fourth));

    /// <summary>The chain of five.</summary>
    public static Chain<TFirst, Chain<TSecond, Chain<TThird, Chain<TFourth, TFifth>>>> Chain<TFirst, TSecond, TThird, TFourth, TFifth>(
        TFirst first, TSecond second, TThird third, TFourth fourth, TFifth fifth)
        where TFirst : struct, IEpilogue
        where TSecond : struct, IEpilogue
        where TThird : struct, IEpilogue
        where TFourth : struct, IEpilogue
        where TFifth : struct, IEpilogue =>
        new(first, Chain(second, third, fourth, fifth));

    /// <summary>The chain of six.</summary>
    public static Chain<TFirst, Chain<TSecond, Chain<TThird, Chain<TFourth, Chain<TFifth, TSixth>>>>>
        Chain<TFirst, TSecond, TThird, TFourth, TFifth, TSixth>(
        TFirst first, TSecond second, TThird third, TFourth fourth, TFifth fifth, TSixth sixth)
        where TFirst : struct, IEpilogue
        where TSecond : struct, IEpilogue
        where TThird : struct, IEpilogue
        where TFourth : struct, IEpilogue
        where TFifth : struct, IEpilogue
        where TSixth : struct, IEpilogue =>
        new(first, Chain(second, third, fourth, fifth, sixth));
}
