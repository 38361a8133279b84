namespace Layerwright.CodeModel.Declarations;

/// <summary>What is generated into every network's class besides its layers' members: names that a layer or a user's member cannot have.</summary>
internal static class GeneratedMembers
{
    /// <summary>The field that holds the run time's half of the network.</summary>
    public const string Core = "__layerwright";

    /// <summary>What only networks that train have.</summary>
    public const string TrainingStep = "CreateTrainingStep";

    /// <summary>Constants, properties and methods by name.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "InputLength", "OutputLength", "ParameterCount", "Summary", "Seed", "State", "Normalizer",
        "CreatePredictor", TrainingStep, "Save", "Load", "LoadWeights", "CopyFrom", Core,
    ];

    /// <summary>Constructors by signature.</summary>
    public static IReadOnlyList<string> Constructors { get; } = [".ctor()", ".ctor(ulong)"];

    /// <summary>What every class inherits; a member of that name would hide it.</summary>
    public static IReadOnlyList<string> Inherited { get; } =
    [
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    ];
}
