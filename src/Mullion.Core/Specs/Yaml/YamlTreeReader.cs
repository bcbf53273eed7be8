using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Mullion.Core.Specs.Yaml;

/// <summary>
/// Reads one YAML document into a small tree with positions. What could blow up is refused: anchors and aliases (a few
/// lines of them can mean gigabytes), deep nesting, and more values than any cluster has.
/// </summary>
internal sealed class YamlTreeReader
{
    /// <summary>How deep lists and mappings may lie in each other; a spec needs five levels.</summary>
    public const int MaxDepth = 32;

    /// <summary>How many values a document may have, keys included; 5,000 nodes have about 150,000.</summary>
    public const int MaxValues = 500_000;

    private readonly Parser parser;
    private readonly ErrorList errors;
    private int values;

    private YamlTreeReader(Parser parser, ErrorList errors)
    {
        this.parser = parser;
        this.errors = errors;
    }

    private ParsingEvent Current => parser.Current!;

    /// <summary>The root of the only document; null after an error that leaves no tree to look at.</summary>
    public static YamlNode? Read(string text, ErrorList errors)
    {
        using var reader = new StringReader(text);
        var events = new Parser(reader);
        try
        {
            return new YamlTreeReader(events, errors).ReadStream();
        }
        catch (SpecLimitException limit)
        {
            errors.Add(limit.Line, limit.Column, YamlPath.Root, null, limit.Message, limit.Fix!);
        }
        catch (YamlException error)
        {
            SyntaxError.Report(error.Start, error.Message, text, errors);
        }
        // The parser lets exceptions of the framework through, such as for the escape \U99999999. Whatever it is, it comes
        // from the text, and a file must not end the program.
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            SyntaxError.Report(events.Current?.End ?? Mark.Empty, error.Message, text, errors);
        }

        return null;
    }

    private YamlNode? ReadStream()
    {
        Next(); // the start of the stream
        Next(); // the start of the document
        if (Current is StreamEnd)
        {
            return RefuseEmpty();
        }

        Next();
        var root = ReadNode(YamlPath.Root, depth: 0);
        Next(); // the end of the document, where ReadNode stopped
        if (Current is DocumentStart second)
        {
            Refuse(
                second,
                YamlPath.Root,
                null,
                "a second YAML document begins here",
                "Keep one cluster to a file: move this document to a file of its own."
            );
        }

        return root is YamlScalar { IsNull: true } ? RefuseEmpty() : root;
    }

    private YamlNode? RefuseEmpty()
    {
        errors.Add(
            1,
            1,
            YamlPath.Root,
            null,
            "the file is empty",
            "Describe a cluster in it; mullion schema prints what may stand in it."
        );
        return null;
    }

    /// <summary>Reads the value at the current event and stops on the event after it.</summary>
    private YamlNode ReadNode(YamlPath path, int depth)
    {
        var start = Current;
        CheckLimits(start, depth);
        if (start is NodeEvent node)
        {
            RefuseAnchorAndTag(node, path);
        }

        Next();
        switch (start)
        {
            case AnchorAlias alias:
                const string Fix = "Write the value out.";
                Refuse(alias, path, "*" + alias.Value.Value, "aliases are not supported", Fix);
                return new YamlUnusable(path, Line(start), Column(start));
            case Scalar scalar:
                var isPlain = scalar.Style == ScalarStyle.Plain;
                return new YamlScalar(scalar.Value, isPlain, path, Line(start), Column(start));
            case SequenceStart:
                return new YamlList(ReadItems(path, depth), path, Line(start), Column(start));
            default:
                return new YamlMapping(ReadEntries(path, depth), path, Line(start), Column(start));
        }
    }

    private List<YamlNode> ReadItems(YamlPath path, int depth)
    {
        var items = new List<YamlNode>();
        while (Current is not SequenceEnd)
        {
            items.Add(ReadNode(path.Item(items.Count), depth + 1));
        }

        Next();
        return items;
    }

    private List<YamlEntry> ReadEntries(YamlPath path, int depth)
    {
        var entries = new KeyedEntries();
        while (Current is not MappingEnd)
        {
            var keyPath = Current is Scalar scalar ? path.Key(scalar.Value) : path;
            var key = ReadNode(keyPath, depth + 1);
            var value = ReadNode(keyPath, depth + 1);
            if (key is not YamlScalar name)
            {
                RefuseKey(key);
            }
            else if (!entries.TryAdd(new YamlEntry(name, value), out var first))
            {
                var reason = $"the key stands here twice; first on line {first.Key.Line}";
                errors.Add(name.Line, name.Column, name.Path, null, reason, "Keep one of the two.");
            }
        }

        Next();
        return entries.InOrder;
    }

    private void CheckLimits(ParsingEvent at, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new SpecLimitException(
                Line(at),
                Column(at),
                $"values are nested deeper than {MaxDepth} levels",
                "A spec needs five; look for unclosed brackets."
            );
        }

        if (++values > MaxValues)
        {
            throw new SpecLimitException(
                Line(at),
                Column(at),
                $"the file has more than {MaxValues:N0} values",
                "Split the cluster, or check that this is the file you meant."
            );
        }
    }

    private void RefuseAnchorAndTag(NodeEvent node, YamlPath path)
    {
        if (!node.Anchor.IsEmpty)
        {
            Refuse(
                node,
                path,
                "&" + node.Anchor.Value,
                "anchors are not supported",
                "Remove it and write the value out where it is needed."
            );
        }

        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
        {
            Refuse(
                node,
                path,
                node.Tag.Value,
                "tags are not supported",
                "Remove it; quote a value that shall be text."
            );
        }
    }

    private void RefuseKey(YamlNode key)
    {
        // An alias was complained of when it was read.
        if (key is not YamlUnusable)
        {
            errors.Add(
                key.Line,
                key.Column,
                key.Path,
                null,
                $"a key is {key.Kind}",
                "Write a single word before the colon; quote text that begins with { or [."
            );
        }
    }

    private void Refuse(ParsingEvent at, YamlPath path, string? value, string reason, string fix) =>
        errors.Add(Line(at), Column(at), path, value, reason, fix);

    private bool Next() => parser.MoveNext();

    private static int Line(ParsingEvent at) => (int)at.Start.Line;

    private static int Column(ParsingEvent at) => (int)at.Start.Column;
}
