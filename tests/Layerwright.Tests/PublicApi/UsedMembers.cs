using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Layerwright.Tests.PublicApi;

/// <summary>Which members of other assemblies an assembly's code uses: <c>Layerwright.Dataset.Split</c>.</summary>
internal static class UsedMembers
{
    /// <summary>Every member that is named in the assembly's metadata; accessors by their own names, constructors as <c>.ctor</c>.</summary>
    public static HashSet<string> Of(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        MetadataReader reader = file.GetMetadataReader();
        var result = new HashSet<string>(StringComparer.Ordinal);
        foreach (MemberReferenceHandle handle in reader.MemberReferences)
        {
            MemberReference member = reader.GetMemberReference(handle);
            if (Parent(reader, member.Parent) is { } type)
            {
                result.Add($"{type}.{reader.GetString(member.Name)}");
            }
        }

        return result;
    }

    private static string? Parent(MetadataReader reader, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeReference => Name(reader, reader.GetTypeReference((TypeReferenceHandle)handle)),
        HandleKind.TypeSpecification => Generic(reader, reader.GetTypeSpecification((TypeSpecificationHandle)handle)),
        _ => null,
    };

    /// <summary>The definition behind a constructed type: a signature that begins with GENERICINST, CLASS or VALUETYPE, and its token.</summary>
    private static string? Generic(MetadataReader reader, TypeSpecification type)
    {
        BlobReader blob = reader.GetBlobReader(type.Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return null;
        }

        blob.ReadByte();
        EntityHandle handle = blob.ReadTypeHandle();
        return handle.Kind == HandleKind.TypeReference ? Name(reader, reader.GetTypeReference((TypeReferenceHandle)handle)) : null;
    }

    private static string Name(MetadataReader reader, TypeReference type) => $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
}
