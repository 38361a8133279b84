using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;

namespace Layerwright.Generators;

/// <summary>The networks that a project declares.</summary>
/// <param name="Declarations">In the order of its files.</param>
internal sealed record AllNetworks(EquatableArray<NetworkDeclaration> Declarations);
