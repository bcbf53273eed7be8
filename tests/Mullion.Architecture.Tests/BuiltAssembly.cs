using System.Collections.Concurrent;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Mullion.Architecture.Tests;

/// <summary>What a compiled project names: read from its metadata, never loaded.</summary>
/// <param name="References">The assemblies it names.</param>
/// <param name="UsedTypes">The full names of the types it uses from other assemblies.</param>
/// <param name="NativeImports">The native functions it declares, as <c>module!function</c>.</param>
public sealed record BuiltAssembly(
    IReadOnlyList<string> References,
    IReadOnlyList<string> UsedTypes,
    IReadOnlyList<string> NativeImports
)
{
    private static readonly ConcurrentDictionary<string, BuiltAssembly> Cache = new();

    /// <summary>The assembly of a project file, as it was copied beside these tests.</summary>
    public static BuiltAssembly Of(string projectFile) => Cache.GetOrAdd(projectFile, Load);

    private static BuiltAssembly Load(string projectFile)
    {
        var name =
            XDocument
                .Parse(Repository.Read(projectFile))
                .Descendants("AssemblyName")
                .Select(element => element.Value)
                .FirstOrDefault()
            ?? Path.GetFileNameWithoutExtension(projectFile);
        using var file = new PEReader(
            File.OpenRead(Path.Combine(AppContext.BaseDirectory, name + ".dll"))
        );
        var metadata = file.GetMetadataReader();
        return new(
            [
                .. metadata.AssemblyReferences.Select(handle =>
                    metadata.GetString(metadata.GetAssemblyReference(handle).Name)
                ),
            ],
            [
                .. metadata.TypeReferences.Select(handle =>
                {
                    var type = metadata.GetTypeReference(handle);
                    return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
                }),
            ],
            [
                .. metadata
                    .MethodDefinitions.Select(handle =>
                        metadata.GetMethodDefinition(handle).GetImport()
                    )
                    .Where(import => !import.Module.IsNil)
                    .Select(import =>
                        $"{metadata.GetString(metadata.GetModuleReference(import.Module).Name)}!{metadata.GetString(import.Name)}"
                    ),
            ]
        );
    }
}
