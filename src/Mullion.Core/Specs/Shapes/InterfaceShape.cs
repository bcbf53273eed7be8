using System.Text.Json;
using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Specs.Shapes;

/// <summary>The <c>interface</c> section of a node.</summary>
internal static class InterfaceShape
{
    private static readonly Key<string> Name = new(
        "name",
        "The name as Get-NetAdapter shows it.",
        InterfaceNameText.Shape
    );

    private static readonly Key<string> Mac = new(
        "mac",
        "The MAC address, which survives renaming.",
        MacText.Shape
    );

    private static readonly Key<string> Address = new(
        "address",
        "An IPv4 address that the interface has.",
        Ipv4Text.Shape
    );

    public static readonly ObjectShape<InterfaceSpec> Shape = new([Name, Mac, Address], Bind)
    {
        Rules = WriteRules,
    };

    private static InterfaceSpec Bind(MappingReader reader)
    {
        IKey[] given = [.. new IKey[] { Name, Mac, Address }.Where(reader.Has)];
        if (given.Length == 0)
        {
            reader.Refuse("the interface is not chosen", "Write one of name, mac and address.");
        }
        else if (given.Length > 1)
        {
            reader.Refuse(
                given[1],
                $"{string.Join(" and ", given.Select(key => key.Name))} exclude each other",
                "Keep the one that is meant."
            );
        }

        var chosen = new InterfaceSpec
        {
            Name = reader.Get(Name),
            Mac = reader.Get(Mac),
            Address = reader.Get(Address),
        };
        const string Fix = "Write that of this host's own interface.";
        reader.Claim(Mac, "MAC address", chosen.Mac, Fix);
        reader.Claim(Address, "interface address", chosen.Address, Fix);
        return chosen;
    }

    private static void WriteRules(Utf8JsonWriter json)
    {
        json.WriteNumber("minProperties", 1);
        json.WriteNumber("maxProperties", 1);
    }
}
