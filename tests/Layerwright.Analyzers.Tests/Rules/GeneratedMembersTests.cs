using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Declarations.Parsing;
using Layerwright.Testing.Compiling;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules;

/// <summary>What LW0009 and LW0012 take for generated is what is generated.</summary>
public class GeneratedMembersTests
{
    [Theory]
    [InlineData("[Network]\n[Input(4)]\n[Tanh]\npublic partial class Net;")]
    [InlineData("[Network]\n[Input(4)]\n[Dropout(7)]\n[Tanh]\npublic partial class Net;")]
    public void The_lists_of_names_are_complete_and_every_member_is_marked_as_generated(string source)
    {
        var type = GeneratorRun.Of(source).Output.GetTypeByMetadataName("Net")!;
        var members = type.GetMembers().Where(member => !member.IsImplicitlyDeclared && member is not IMethodSymbol { AssociatedSymbol: not null }).ToList();
        Assert.DoesNotContain(members, TypeReader.IsUserMember);

        var visible = members.Where(member => !member.Name.Contains('.') || member.Name == ".ctor").Select(TypeReader.MemberName);
        Assert.All(visible, name => Assert.Contains(name, GeneratedMembers.Names.Concat(GeneratedMembers.Constructors)));
    }
}
