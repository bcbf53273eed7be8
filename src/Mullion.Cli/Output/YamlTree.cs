using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Mullion.Cli.Output;

/// <summary>A JSON tree as YAML, event by event: nothing is looked up by reflection.</summary>
internal static class YamlTree
{
    public static void Write(TextWriter writer, JsonNode? root)
    {
        var emitter = new Emitter(
            writer,
            EmitterSettings.Default.WithNewLine("\n").WithBestWidth(int.MaxValue)
        );
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Emit(emitter, root);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
    }

    private static void Emit(Emitter emitter, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                emitter.Emit(new MappingStart(default, default, isImplicit: true, Flow(map.Count)));
                foreach (var (key, value) in map)
                {
                    emitter.Emit(Text(key));
                    Emit(emitter, value);
                }

                emitter.Emit(new MappingEnd());
                break;
            case JsonArray list:
                emitter.Emit(
                    new SequenceStart(
                        default,
                        default,
                        isImplicit: true,
                        list.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block
                    )
                );
                foreach (var item in list)
                {
                    Emit(emitter, item);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                emitter.Emit(Text(value.GetValue<string>()));
                break;
            default:
                emitter.Emit(new Scalar(node?.ToJsonString() ?? "null"));
                break;
        }
    }

    private static MappingStyle Flow(int count) =>
        count == 0 ? MappingStyle.Flow : MappingStyle.Block;

    /// <summary>A text that would read as something else without quotes gets them.</summary>
    private static Scalar Text(string text) =>
        new(
            default,
            default,
            text,
            NeedsQuotes(text) ? ScalarStyle.DoubleQuoted : ScalarStyle.Any,
            isPlainImplicit: true,
            isQuotedImplicit: true
        );

    private static bool NeedsQuotes(string text) =>
        text.Length == 0
        || char.IsAsciiDigit(text[0])
        || text[0] is '-' or '+' or '.' or '~'
        || text.ToLowerInvariant()
            is "null"
                or "true"
                or "false"
                or "yes"
                or "no"
                or "on"
                or "off"
                or "y"
                or "n";
}
