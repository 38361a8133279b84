using System.Text;

namespace Layerwright.Runtime;

/// <summary>
/// Reads a safetensors header in the plain form that its writers give it: no escapes, no letters beyond ASCII, tensors' fields in
/// the format's order. A first
/// prediction waits for its file, and the JSON library takes 12 ms to be loaded and compiled. Whatever is not plain, or wrong, is left
/// to that library, which also says what is wrong.
/// </summary>
internal ref struct PlainHeader(ReadOnlySpan<byte> json)
{
    private readonly ReadOnlySpan<byte> _json = json;
    private int _next;

    /// <summary>Reads the whole header.</summary>
    /// <param name="metadata">Takes the free text by name.</param>
    /// <param name="tensors">Takes what stands for each tensor; nothing of it is checked.</param>
    /// <returns>False where something is not plain; what was taken then means nothing.</returns>
    public bool TryRead(Dictionary<string, string> metadata, Dictionary<string, RawTensor> tensors)
    {
        if (!Take('{'))
        {
            return false;
        }

        do
        {
            if (!TryString(out string name) || !Take(':'))
            {
                return false;
            }

            if (name == SafeTensorsFile.MetadataName)
            {
                if (metadata.Count > 0 || !TryMetadata(metadata))
                {
                    return false;
                }
            }
            else if (!TryTensor(out RawTensor? tensor) || !tensors.TryAdd(name, tensor))
            {
                return false;
            }
        }
        while (Take(','));

        return Take('}') && _json[_next..].TrimEnd((byte)' ').IsEmpty;
    }

    private bool TryMetadata(Dictionary<string, string> metadata)
    {
        if (!Take('{'))
        {
            return false;
        }

        do
        {
            if (!TryString(out string name) || !Take(':') || !TryString(out string text) || !metadata.TryAdd(name, text))
            {
                return false;
            }
        }
        while (Take(','));

        return Take('}');
    }

    private bool TryTensor([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out RawTensor? tensor)
    {
        tensor = null;
        if (!Take('{') || !TakeName("dtype") || !TryString(out string type)
            || !Take(',') || !TakeName("shape") || !TryNumbers(out long[] sizes)
            || !Take(',') || !TakeName("data_offsets") || !TryNumbers(out long[] offsets) || !Take('}'))
        {
            return false;
        }

        var shape = new int[sizes.Length];
        for (int i = 0; i < shape.Length; i++)
        {
            shape[i] = (int)sizes[i];
            if (shape[i] != sizes[i])
            {
                return false;
            }
        }

        tensor = new(type, shape, offsets);
        return true;
    }

    private bool TryNumbers(out long[] numbers)
    {
        // More sizes than any tensor has.
        const int most = 16;
        var found = new long[most];
        int count = 0;
        numbers = [];
        if (!Take('['))
        {
            return false;
        }

        if (!Take(']'))
        {
            do
            {
                if (count == most || !TryNumber(out found[count++]))
                {
                    return false;
                }
            }
            while (Take(','));

            if (!Take(']'))
            {
                return false;
            }
        }

        numbers = found[..count];
        return true;
    }

    private bool TryNumber(out long number)
    {
        // As many digits as never overflow.
        const int most = 18;
        number = 0;
        SkipSpace();
        int first = _next;
        while (_next < _json.Length && _next - first < most && _json[_next] is >= (byte)'0' and <= (byte)'9')
        {
            number = (number * 10) + _json[_next++] - '0';
        }

        return _next > first && (_next - first == 1 || _json[first] != '0');
    }

    private bool TryString(out string text)
    {
        text = string.Empty;
        if (!Take('"'))
        {
            return false;
        }

        int first = _next;
        while (_next < _json.Length && _json[_next] is >= (byte)' ' and <= (byte)'~' and not (byte)'"' and not (byte)'\\')
        {
            _next++;
        }

        text = Encoding.ASCII.GetString(_json[first.._next]);
        return Take('"');
    }

    private bool TakeName(string name) => TryString(out string found) && found == name && Take(':');

    private bool Take(char token)
    {
        SkipSpace();
        bool stands = _next < _json.Length && _json[_next] == token;
        _next += stands ? 1 : 0;
        return stands;
    }

    private void SkipSpace()
    {
        while (_next < _json.Length && _json[_next] == ' ')
        {
            _next++;
        }
    }
}
