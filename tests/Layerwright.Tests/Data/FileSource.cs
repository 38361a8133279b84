using System.IO.MemoryMappedFiles;

namespace Layerwright.Tests.Data;

/// <summary>
/// Labelled rows in a file that is mapped into memory, as a program would keep millions of them: each its features, then its label.
/// </summary>
internal sealed class FileSource : IBatchSource, IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    public FileSource(string path, int inputLength, int classes)
    {
        InputLength = inputLength;
        Classes = classes;
        Count = (int)(new FileInfo(path).Length / RowBytes);
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, mapName: null, 0, MemoryMappedFileAccess.Read);
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
    }

    public int Count { get; }

    public int InputLength { get; }

    public int Classes { get; }

    /// <summary>The most rows asked for at once.</summary>
    public int LargestRequest { get; private set; }

    private int RowBytes => (InputLength * sizeof(float)) + sizeof(int);

    /// <summary>Writes a data set's rows to a file.</summary>
    public static FileSource Write(string path, Dataset data)
    {
        using (var writer = new BinaryWriter(File.Create(path)))
        {
            for (int row = 0; row < data.Count; row++)
            {
                foreach (float value in data.Input(row))
                {
                    writer.Write(value);
                }

                writer.Write(data.Label(row));
            }
        }

        return new FileSource(path, data.InputLength, data.Classes);
    }

    public void CopyInputs(ReadOnlySpan<int> rows, Span<float> destination)
    {
        LargestRequest = Math.Max(LargestRequest, rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < InputLength; j++)
            {
                destination[(i * InputLength) + j] = _view.ReadSingle(((long)rows[i] * RowBytes) + (j * sizeof(float)));
            }
        }
    }

    public void CopyLabels(ReadOnlySpan<int> rows, Span<int> destination)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            destination[i] = _view.ReadInt32(((long)rows[i] * RowBytes) + (InputLength * sizeof(float)));
        }
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
