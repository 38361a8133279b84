namespace Layerwright.CodeModel.Common;

/// <summary>The ids of the rules that parsing and inference report themselves. An id never changes its meaning.</summary>
internal static class RuleIds
{
    public const string NotPartial = "LW0001";
    public const string UnsupportedType = "LW0002";
    public const string MissingInput = "LW0003";
    public const string InputNotFirst = "LW0004";
    public const string SplitDeclaration = "LW0005";
    public const string LossNotLast = "LW0006";
    public const string EmptyNetwork = "LW0007";
    public const string BadArgument = "LW0008";
    public const string BadName = "LW0009";
    public const string BadBlock = "LW0010";
    public const string LayerWithoutNetwork = "LW0011";
    public const string MemberCollision = "LW0012";
    public const string LanguageVersion = "LW0013";

    public const string WrongRank = "LW1001";
    public const string MissingFlatten = "LW1002";
    public const string KernelTooLarge = "LW1003";
    public const string GroupsDoNotDivide = "LW1010";
    public const string ResidualShape = "LW1011";
    public const string ConcatShape = "LW1012";
    public const string OutputLossMismatch = "LW1021";
    public const string PoolPaddingTooLarge = "LW1024";
}
