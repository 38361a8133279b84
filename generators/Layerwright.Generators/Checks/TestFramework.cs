using Microsoft.CodeAnalysis;

namespace Layerwright.Generators.Checks;

/// <summary>How a test framework wants its tests marked.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Marker">Metadata name of the attribute on a test: a project that knows it uses the framework.</param>
/// <param name="OnClass">Attributes of a class of tests.</param>
/// <param name="OnTest">Attribute of a test.</param>
internal sealed record TestFramework(string Name, string Marker, string OnClass, string OnTest)
{
    private static readonly TestFramework[] _known =
    [
        new("xunit", "Xunit.FactAttribute", """[global::Xunit.Trait("Category", "Layerwright")]""", "[global::Xunit.Fact]"),
        new(
            "NUnit", "NUnit.Framework.TestAttribute",
            """[global::NUnit.Framework.TestFixture, global::NUnit.Framework.Category("Layerwright")]""", "[global::NUnit.Framework.Test]"),
        new(
            "MSTest", "Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute",
            """[global::Microsoft.VisualStudio.TestTools.UnitTesting.TestClass, global::Microsoft.VisualStudio.TestTools.UnitTesting.TestCategory("Layerwright")]""",
            "[global::Microsoft.VisualStudio.TestTools.UnitTesting.TestMethod]"),
    ];

    /// <summary>The framework that a project refers to; null where it refers to none.</summary>
    public static TestFramework? Of(Compilation project) => _known.FirstOrDefault(framework => !project.GetTypesByMetadataName(framework.Marker).IsEmpty);
}
