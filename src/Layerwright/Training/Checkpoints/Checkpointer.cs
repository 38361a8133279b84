namespace Layerwright;

/// <summary>
/// Writes checkpoints while a trainer fits: files from which <see cref="Trainer{TNetwork}.Resume"/> goes on with the same bits as if
/// the fit had never stopped. Each is written whole or not at all, so that one is there whenever the process ends, however.
/// </summary>
/// <remarks>
/// <para>
/// A checkpoint is a safetensors file with the network's weights under PyTorch's names: the network's own <c>Load</c> reads it too.
/// Besides it holds the optimizer's settings and moments, schedule, early stopping and its best weights, counters that random
/// numbers follow from, the place in the fit, history and the trainer's settings. It does not depend on the machine's vectors.
/// </para>
/// <para>
/// One is written where a fit ends, too, if the state at its end is not in a file yet: where it went to its last epoch, where early
/// stopping or an observer ended it, and where it diverged after a whole epoch; not after other exceptions, such as cancellation. What
/// <c>Load</c> reads from the files are the weights of the moment at which they were written; from the one of the fit's end, those that
/// the fit left the network: the best epoch's with <see cref="EarlyStopping"/>, the last whole epoch's after a stop that restores them or a
/// divergence. <see cref="Trainer{TNetwork}.Resume"/> goes on from those that training stood at, which are beside them; only after such a
/// restoration in the middle of an epoch there is nothing to go on from, and the resumed fit makes no step.
/// </para>
/// <para>
/// Of observers it holds what an <see cref="IResumableObserver"/> has gathered. A schedule or metric of a class of your own cannot be: the fit throws
/// <see cref="NotSupportedException"/> at its start; an augmentation of your own is given again to
/// <see cref="Trainer{TNetwork}.Resume"/>. Use one checkpointer for one trainer at a time.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// var trainer = new Trainer&lt;FashionNet&gt;(net, new AdamW(1e-3f)) { Observers = [new Checkpointer("run/epoch-{epoch}.safetensors") { Keep = 3 }] };
/// trainer.Fit(train, validation, epochs: 50);
///
/// // Later, in another process:
/// var resumed = Trainer&lt;FashionNet&gt;.Resume("run/epoch-17.safetensors", [new Checkpointer("run/epoch-{epoch}.safetensors") { Keep = 3 }]);
/// resumed.Fit(train, validation, epochs: 50);
/// </code>
/// </example>
public sealed class Checkpointer : ITrainingObserver
{
    private readonly List<string> _files = [];
    private CheckpointWriter? _writer;
    private TrainingRun? _run;
    private FitPlace? _written;
    private long _firstStep;

    /// <summary>Makes a checkpointer; its folder is made when a fit starts.</summary>
    /// <param name="path">
    /// The file. Where <c>{epoch}</c> or <c>{step}</c> stands in its name, the epoch at hand (from 1) or the updates made so far in the
    /// fit come in their place, so that each checkpoint has a file of its own; else each replaces the one before.
    /// </param>
    /// <exception cref="ArgumentException">The path is empty, names a folder, or has other braces.</exception>
    public Checkpointer(string path) => Path = CheckpointName.Checked(path, nameof(path));

    /// <summary>The file, or the pattern of the files' names.</summary>
    public string Path { get; }

    /// <summary>
    /// Write one after every so many epochs, and at the fit's end. Default: 1. Null for none by epochs, where <see cref="EverySteps"/> is set.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int? EveryEpochs
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? 1, 1, nameof(EveryEpochs));
            field = value;
        }
    } = 1;

    /// <summary>Write one after every so many updates of the weights as well. Default: null, at the ends of epochs only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int? EverySteps
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? 1, 1, nameof(EverySteps));
            field = value;
        }
    }

    /// <summary>
    /// How many of a fit's files are kept: with each new one the oldest goes, also where the fit was resumed in between. Files of other
    /// fits stay. Default: null, all.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int? Keep
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? 1, 1, nameof(Keep));
            field = value;
        }
    }

    /// <summary>The file that was written last; null before the first.</summary>
    public string? LastPath { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">It serves another fit that has not ended, or nothing says when to write.</exception>
    /// <exception cref="NotSupportedException">The trainer has a schedule or metric of the user's own class.</exception>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public void OnFitStarting(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (_run is not null)
        {
            throw new InvalidOperationException("This checkpointer serves another fit already: give each trainer its own.");
        }

        if (EveryEpochs is null && EverySteps is null)
        {
            throw new InvalidOperationException("Nothing says when to write a checkpoint: set EveryEpochs or EverySteps.");
        }

        _writer = run.CreateCheckpointWriter();
        _run = run;
        Directory.CreateDirectory(Folder);
        _files.Clear();
        _firstStep = run.Step;
        _written = run.EarlierCheckpoints.Count > 0 ? run.Place : null;
        _files.AddRange(run.EarlierCheckpoints.Where(file => System.IO.Path.GetDirectoryName(file) == Folder));
    }

    /// <inheritdoc/>
    public void OnStepCompleted(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.Step % EverySteps == 0)
        {
            Write(run);
        }
    }

    /// <inheritdoc/>
    public void OnEpochCompleted(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.Epoch % EveryEpochs == 0 || run.Epoch == run.Epochs)
        {
            Write(run);
        }
    }

    /// <inheritdoc/>
    public void OnFitEnded(TrainingRun run, Exception? fault)
    {
        if (!ReferenceEquals(run, _run))
        {
            return;
        }

        try
        {
            bool isWhole = fault is null || (fault is TrainingDivergedException && run.History.Epochs > 0);
            if (isWhole && run.Step > _firstStep && run.Place != _written)
            {
                Write(run);
            }
        }
        catch (Exception exception) when (fault is not null && exception is IOException or UnauthorizedAccessException)
        {
            // What ended the fit is what its caller must see.
        }
        finally
        {
            _run = null;
            _writer = null;
        }
    }

    private string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;

    /// <summary>The new file first, then the oldest goes: at no moment there is none.</summary>
    private void Write(TrainingRun run)
    {
        string path = System.IO.Path.GetFullPath(CheckpointName.Of(Path, run.Epoch, run.Step));
        _files.Remove(path);
        _files.Add(path);
        _writer!.Write(path, [.. _files.Select(file => System.IO.Path.GetFileName(file))]);
        LastPath = path;
        _written = run.Place;
        while (_files.Count > Keep)
        {
            File.Delete(_files[0]);
            _files.RemoveAt(0);
        }
    }

    /// <summary>For example <c>run/epoch-{epoch}.safetensors, last run/epoch-17.safetensors</c>.</summary>
    public override string ToString() => LastPath is null ? Path : $"{Path}, last {LastPath}";
}
