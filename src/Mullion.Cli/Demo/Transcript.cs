using System.Text;

namespace Mullion.Cli.Demo;

/// <summary>Passes everything on and keeps a copy, which is searched for secrets at the end.</summary>
internal sealed class Transcript(TextWriter next) : TextWriter
{
    private readonly StringBuilder _copy = new();
    private readonly Lock _lock = new();

    public override Encoding Encoding => next.Encoding;

    public override void Write(char value)
    {
        lock (_lock)
        {
            _copy.Append(value);
            next.Write(value);
        }
    }

    public override void Write(string? value)
    {
        lock (_lock)
        {
            _copy.Append(value);
            next.Write(value);
        }
    }

    public override void Flush() => next.Flush();

    public override string ToString()
    {
        lock (_lock)
        {
            return _copy.ToString();
        }
    }
}
