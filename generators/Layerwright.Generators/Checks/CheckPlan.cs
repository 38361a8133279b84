using Layerwright.CodeModel.Common;
using Layerwright.Generators.Options;

namespace Layerwright.Generators.Checks;

/// <summary>The tests to write. Value-equal: they are written again only where it changes.</summary>
/// <param name="Framework">How they are marked; null for plain methods and one that runs all.</param>
/// <param name="Networks">What is tested, by the names of the classes.</param>
/// <param name="Unseen">Networks that the project cannot name, by full name.</param>
/// <param name="Comments">How much their code says of itself.</param>
internal sealed record CheckPlan(TestFramework? Framework, EquatableArray<CheckedNetwork> Networks, EquatableArray<string> Unseen, CommentLevel Comments);
