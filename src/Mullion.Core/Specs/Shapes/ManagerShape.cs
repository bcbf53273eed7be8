using System.Text.Json;
using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Values;
using Mullion.Core.Specs.Yaml;

namespace Mullion.Core.Specs.Shapes;

/// <summary>How one manager is reached. A client bundle must be there; a docker context is looked up when it is used.</summary>
internal sealed class ManagerShape : Shape<ManagerEndpoint>
{
    private static readonly string[] BundleFiles = ["ca.pem", "cert.pem", "key.pem", "env.sh"];

    public override string? Example => ManagerText.Shape.Example;

    public override ManagerEndpoint? Read(YamlNode node, SpecReading reading)
    {
        var manager = ManagerText.Shape.Read(node, reading);
        if (manager is not { Scheme: ManagerScheme.Bundle, Location: var written })
        {
            return manager;
        }

        var folder = Path.GetFullPath(written, reading.BaseDirectory);
        foreach (var file in BundleFiles.Select(name => Path.Combine(folder, name)))
        {
            if (!reading.FileExists(file))
            {
                reading.Refuse(
                    node,
                    $"the client bundle is not complete: there is no file {ErrorList.Printable(file)}",
                    "Name the folder of an unpacked client bundle (a relative one starts at the folder of the spec)."
                );
                break;
            }
        }

        return manager with
        {
            Folder = new FileReference(written, folder),
        };
    }

    public override void WriteSchema(Utf8JsonWriter json) => ManagerText.Shape.WriteSchema(json);
}
