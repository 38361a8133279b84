using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// Walks over the columns of outputs under some neighbouring taps: those that see all of the taps together, then, a column at a time,
/// those at the borders.
/// </summary>
internal struct TapColumns
{
    private readonly GradientWindow _window;
    private readonly int _firstTap;
    private readonly int _taps;
    private readonly int _width;
    private readonly (int First, int End) _whole;
    private int _column = -1;

    public TapColumns(GradientWindow window, int firstTap, int taps, int width)
    {
        _window = window;
        _firstTap = firstTap;
        _taps = taps;
        _width = width;
        _whole = window.ColumnsInside(firstTap, taps);
        Current = default;
    }

    /// <summary>Taps, and the columns that see them.</summary>
    public ((int First, int End) Taps, (int First, int End) Columns) Current { get; private set; }

    public readonly TapColumns GetEnumerator() => this;

    /// <summary>Goes on to the next columns that see any of the taps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool MoveNext()
    {
        if (_column < 0)
        {
            _column = 0;
            if (_whole.First < _whole.End)
            {
                Current = ((_firstTap, _firstTap + _taps), _whole);
                return true;
            }
        }

        while (_column < _width)
        {
            if (_column == _whole.First && _whole.First < _whole.End)
            {
                _column = _whole.End;
                continue;
            }

            var taps = _window.TapsInside(_column, _firstTap, _taps);
            _column++;
            if (taps.First < taps.End)
            {
                Current = (taps, (_column - 1, _column));
                return true;
            }
        }

        return false;
    }
}
