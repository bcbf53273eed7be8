using System.Text;
using System.Text.Json;
using Mullion.Core.Hosts;

namespace Mullion.Core.Resources.DaemonSettings;

/// <summary>
/// The text of a <c>daemon.json</c>, changed key by key: other keys, their order, comments, spaces and the byte order mark stay as
/// they are, and a key that is put and removed again leaves no trace.
/// </summary>
/// <remarks>
/// Own code: nothing that restores edits JSON and keeps its text. dockerd itself takes a BOM and UTF-16 (moby, daemon/config:
/// unicode.BOMOverride) and no comments; a file that has some is none that dockerd has read.
/// </remarks>
internal sealed class DaemonFile
{
    private readonly Encoding _encoding;
    private readonly byte[] _mark;
    private byte[] _text;
    private List<DaemonMember> _members;
    private int _begin;
    private int _end;

    private DaemonFile(string path, Encoding encoding, byte[] mark, byte[] text)
    {
        Path = path;
        _encoding = encoding;
        _mark = mark;
        _text = text;
        _members = Read();
    }

    /// <summary>Where it lies.</summary>
    public string Path { get; }

    /// <summary>Whether it has no key.</summary>
    public bool Empty => _members.Count == 0;

    /// <summary>Reads a file; one that is not there, or is blank, is an empty object.</summary>
    /// <exception cref="MullionException">It is no JSON object, or has a key twice.</exception>
    public static DaemonFile Load(IHostFiles files, string path)
    {
        var bytes = files.Find(path) is null ? [] : files.ReadAllBytes(path);
        var encoding = new[]
        {
            Encoding.UTF8,
            Encoding.Unicode,
            Encoding.BigEndianUnicode,
        }.FirstOrDefault(e => bytes.AsSpan().StartsWith(e.Preamble));
        byte[] mark = encoding is null ? [] : [.. encoding.Preamble];
        encoding ??= Encoding.UTF8;
        var text = Recode(bytes[mark.Length..], encoding, Encoding.UTF8);
        if (text.All(b => char.IsWhiteSpace((char)b)))
        {
            text = "{\n}\n"u8.ToArray();
        }

        return new DaemonFile(path, encoding, mark, text);
    }

    /// <summary>A key's value as it stands there; null when it does not.</summary>
    public string? this[string key] => Find(key) is { } member ? Slice(member.Value) : null;

    /// <summary>Puts a value, as JSON, in the place of the former one, else behind the last key.</summary>
    public void Put(string key, string json)
    {
        if (Find(key) is { } member)
        {
            Replace(member.Value, json);
            return;
        }

        var lines = LineBreak();
        var before = Empty ? lines : "," + (lines.Length == 0 ? " " : lines);
        var at = Empty ? _begin : _members[^1].Value.End.Value;
        Replace(
            at..at,
            $"{before}{JsonSerializer.Serialize(key, EngineSettingsJson.Default.String)}: {json}"
        );
    }

    /// <summary>Removes a key. Does nothing where it is not.</summary>
    public void Remove(string key)
    {
        var index = _members.FindIndex(m => m.Key == key);
        if (index < 0)
        {
            return;
        }

        var member = _members[index];
        var from = index == 0 ? _begin : _members[index - 1].Value.End.Value;
        var to = index == 0 && _members.Count > 1 ? _members[1].Start : member.Value.End.Value;
        // What stood before the first key stays before the one that is first now.
        Replace((index == 0 && _members.Count > 1 ? member.Start : from)..to, "");
    }

    /// <summary>The whole file.</summary>
    public byte[] ToArray() => [.. _mark, .. Recode(_text, Encoding.UTF8, _encoding)];

    // Bytes that are no UTF-8 would be replaced on the way; in a file that is UTF-8 they stay what they are.
    private static byte[] Recode(byte[] text, Encoding from, Encoding to) =>
        from.Equals(to) ? text : Encoding.Convert(from, to, text);

    private DaemonMember? Find(string key) => _members.Find(m => m.Key == key);

    private string Slice(Range range) => Encoding.UTF8.GetString(_text.AsSpan(range));

    private void Replace(Range range, string text)
    {
        _text = [.. _text[..range.Start], .. Encoding.UTF8.GetBytes(text), .. _text[range.End..]];
        _members = Read();
    }

    /// <summary>What comes before a key: a line break and its indent, or nothing where all stands on one line.</summary>
    private string LineBreak()
    {
        var space = Slice(_begin..(Empty ? _end : _members[0].Start));
        var line = space.LastIndexOf('\n');
        if (line < 0)
        {
            return "";
        }

        var crlf = line > 0 && space[line - 1] == '\r' ? "\r\n" : "\n";
        var indent = Empty ? "  " : space[(line + 1)..];
        return crlf + (string.IsNullOrWhiteSpace(indent) ? indent : "  ");
    }

    private List<DaemonMember> Read()
    {
        try
        {
            var reader = new Utf8JsonReader(
                _text,
                new JsonReaderOptions
                {
                    CommentHandling = JsonCommentHandling.Skip,
                    AllowTrailingCommas = true,
                }
            );
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw Broken("it is no JSON object");
            }

            _begin = (int)reader.BytesConsumed;
            var members = new List<DaemonMember>();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var start = (int)reader.TokenStartIndex;
                var key = reader.GetString()!;
                reader.Read();
                var value = (int)reader.TokenStartIndex;
                reader.Skip();
                if (members.Exists(m => m.Key == key))
                {
                    throw Broken($"it has the key {key} twice");
                }

                members.Add(new DaemonMember(key, start, value..(int)reader.BytesConsumed));
            }

            _end = (int)reader.TokenStartIndex;
            reader.Read();
            return members;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw Broken(
                e is JsonException { LineNumber: { } line, BytePositionInLine: { } column }
                    ? $"line {line + 1}, column {column + 1} is no JSON"
                    : "it is no text"
            );
        }
    }

    private MullionException Broken(string why) =>
        new(
            $"{Path} cannot be changed: {why}.",
            "Mend the file; an engine that starts with it would not come up either."
        );
}
