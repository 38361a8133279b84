using Layerwright.CodeModel.Declarations.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers.Calls;

/// <summary>Finds what trains in a body of code.</summary>
internal static class TrainingReader
{
    public const string Trainer = nameof(Trainer);
    public const string TrainingStep = nameof(TrainingStep);
    public const string Fit = nameof(Fit);
    public const string Step = nameof(Step);

    public static IEnumerable<TrainingSite> Read(CallBody body) => Trainers(body).Concat(Steps(body));

    private static IEnumerable<TrainingSite> Trainers(CallBody body)
    {
        var fits = body.Calls(Trainer, Fit).ToLookup(fit => body.Object(fit.Instance)?.Site);
        foreach (var trainer in body.Objects(Trainer))
        {
            if (trainer.Site is IObjectCreationOperation creation
                && CallBody.Argument(creation, "optimizer") is { } optimizer
                && trainer.Type.TypeArguments.Length == 1)
            {
                yield return new(trainer.Type.TypeArguments[0], CallBody.Argument(creation, "network")?.Value, optimizer)
                {
                    OptimizerObject = body.Object(optimizer.Value),
                    Trainer = trainer,
                    Runs = fits[creation].ToList(),
                };
            }
        }
    }

    private static IEnumerable<TrainingSite> Steps(CallBody body)
    {
        foreach (var call in body.Calls(TrainingStep, Step).Concat(body.Calls(TrainingStep, "Update")))
        {
            if (CallBody.Argument(call, "optimizer") is { } optimizer && call.TargetMethod.ContainingType.TypeArguments.Length == 1)
            {
                yield return new(call.TargetMethod.ContainingType.TypeArguments[0], NetworkOf(body, call.Instance), optimizer)
                {
                    OptimizerObject = body.Object(optimizer.Value),
                    Runs = [call],
                };
            }
        }
    }

    /// <summary>The network of a training step that is made here.</summary>
    private static IOperation? NetworkOf(CallBody body, IOperation? step) => step is null ? null : body.Trace(step) switch
    {
        IInvocationOperation { Instance: { } network } call when LibraryTypes.Is(call.Type, TrainingStep) => network,
        IObjectCreationOperation creation => CallBody.Argument(creation, "network")?.Value,
        _ => null,
    };
}
