namespace Layerwright.Package.Tests;

/// <summary>A project file of a user's.</summary>
/// <param name="Items">Its items, as MSBuild reads them: references above all.</param>
internal sealed record ProjectFile(string Items)
{
    /// <summary>What it makes: a program unless told otherwise.</summary>
    public string OutputType { get; init; } = "Exe";

    /// <summary>Further properties, as MSBuild reads them; they win over what every new project has.</summary>
    public string Properties { get; init; } = "";

    public override string ToString() => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>{OutputType}</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            {Properties}
          </PropertyGroup>
          <ItemGroup>
            {Items}
          </ItemGroup>
        </Project>
        """;
}
