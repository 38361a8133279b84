using System.Runtime.Intrinsics;

namespace Layerwright.Kernels;

/// <summary>16 floats at once, counted.</summary>
internal readonly struct Vector512Instructions : ICountedInstructions<PlainVector512Instructions, Vector512<float>>;

/// <summary>8 floats at once, counted.</summary>
internal readonly struct Vector256Instructions : ICountedInstructions<PlainVector256Instructions, Vector256<float>>;

/// <summary>4 floats at once, counted.</summary>
internal readonly struct Vector128Instructions : ICountedInstructions<PlainVector128Instructions, Vector128<float>>;

/// <summary>One float at a time, counted.</summary>
internal readonly struct ScalarInstructions : ICountedInstructions<PlainScalarInstructions, float>;
