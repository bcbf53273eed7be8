using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mullion.Core.Resources.DaemonSettings;
using Mullion.Core.Specs.Yaml;

namespace Mullion.Core.Specs.Binding;

/// <summary>Settings of an engine, by the keys of <c>daemon.json</c>; each value as JSON.</summary>
internal sealed class SettingsShape : Shape<IReadOnlyDictionary<string, string>>
{
    /// <summary>Keys that are another part's, and why.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        [EngineKeys.Hosts] =
            "Remove it: the engine always listens on npipe://, and engine.tls adds a port.",
        ["tls"] = "Write engine.tls instead.",
        ["tlsverify"] = "Write engine.tls instead.",
        ["tlscacert"] = "Write engine.tls instead.",
        ["tlscert"] = "Write engine.tls instead.",
        ["tlskey"] = "Write engine.tls instead.",
        ["data-root"] =
            "Remove it: images, containers and the swarm of the engine that runs are in the folder that it has.",
        ["pidfile"] = "Remove it: on Windows the service control manager knows the process.",
    };

    private static readonly TextShape<string> Value = new("a single value", text => text);

    public override IReadOnlyDictionary<string, string>? Read(YamlNode node, SpecReading reading)
    {
        if (node is not YamlMapping mapping)
        {
            RefuseKind(node, reading, "a mapping of keys to values");
            return null;
        }

        var settings = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            var name = entry.Key.Text;
            if (Elsewhere.TryGetValue(name, out var fix))
            {
                reading.RefuseUnknown(entry, fix);
            }
            else if (!EngineKeys.All.TryGetValue(name, out var key))
            {
                reading.RefuseUnknown(entry, Suggestion.For(name, [.. Allowed]));
            }
            else if (Json(key, entry.Value, reading) is { } json)
            {
                settings[name] = json.ToJsonString();
                if (EngineValue.Credential(settings[name]) is { } what)
                {
                    reading.Refuse(
                        entry.Value,
                        $"the setting holds what may be a credential ({what}), which would end up in plans and journals",
                        "Keep this key by hand, in daemon.json on the host: other keys of that file stay as they are.",
                        showValue: false
                    );
                }
            }
        }

        return settings;
    }

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        foreach (var key in Allowed.Select(name => EngineKeys.All[name]))
        {
            json.WriteStartObject(key.Name);
            json.WriteString(
                "type",
                key.Kind switch
                {
                    EngineKeyKind.Switch => "boolean",
                    EngineKeyKind.Number => "integer",
                    EngineKeyKind.List => "array",
                    EngineKeyKind.Map => "object",
                    _ => "string",
                }
            );
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static IEnumerable<string> Allowed =>
        EngineKeys.All.Keys.Except(Elsewhere.Keys).Order(StringComparer.Ordinal);

    private static JsonNode? Json(EngineKey key, YamlNode node, SpecReading reading) =>
        (key.Kind, node) switch
        {
            (EngineKeyKind.List, YamlList list) => List(list, reading),
            (EngineKeyKind.List, _) => Wrong(node, reading, "a list"),
            (EngineKeyKind.Map, YamlMapping map) => Map(map, reading),
            (EngineKeyKind.Map, _) => Wrong(node, reading, "a mapping of keys to values"),
            (EngineKeyKind.Switch, YamlScalar { Text: "true" or "false" } one) => one.Text
                == "true",
            (EngineKeyKind.Switch, _) => Wrong(node, reading, "true or false"),
            (EngineKeyKind.Number, YamlScalar one)
                when int.TryParse(
                    one.Text,
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var number
                ) => number,
            (EngineKeyKind.Number, _) => Wrong(node, reading, "a whole number"),
            _ => Value.Read(node, reading),
        };

    private static JsonArray List(YamlList list, SpecReading reading) =>
        [.. list.Items.Select(i => Value.Read(i, reading)).Select(text => (JsonNode?)text)];

    private static JsonObject Map(YamlMapping map, SpecReading reading)
    {
        var json = new JsonObject();
        foreach (var (key, value) in map.Entries)
        {
            json[key.Text] = Value.Read(value, reading);
        }

        return json;
    }

    private static JsonNode? Wrong(YamlNode node, SpecReading reading, string expected)
    {
        if (node is YamlScalar { IsNull: false })
        {
            reading.Refuse(node, $"{expected} is expected here", $"Write {expected}.");
        }
        else
        {
            RefuseKind(node, reading, expected);
        }

        return null;
    }
}
