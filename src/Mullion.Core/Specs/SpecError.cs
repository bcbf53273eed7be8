using System.Text;

namespace Mullion.Core.Specs;

/// <summary>One thing that is wrong with a spec file.</summary>
public sealed record SpecError
{
    /// <summary>The file, as it was named to the loader.</summary>
    public required string File { get; init; }

    /// <summary>The line, from 1; 0 where the file as a whole is meant (missing, too large).</summary>
    public int Line { get; init; }

    /// <summary>The column in characters, from 1; 0 where the file as a whole is meant.</summary>
    public int Column { get; init; }

    /// <summary>The place in the document, such as <c>nodes[3].labels.rack</c>; empty for the document itself.</summary>
    public string Path { get; init; } = "";

    /// <summary>The value that was found, made printable and cut to a readable length; null where there is none to show.</summary>
    public string? Value { get; init; }

    /// <summary>Why it is wrong: a phrase without a full stop.</summary>
    public required string Reason { get; init; }

    /// <summary>What to do: a sentence.</summary>
    public required string Fix { get; init; }

    /// <summary><c>file:line:column: path: reason (value "…"). Fix</c></summary>
    public override string ToString()
    {
        var text = new StringBuilder(File);
        if (Line > 0)
        {
            text.Append($":{Line}:{Column}");
        }

        text.Append(": ");
        if (Path.Length > 0)
        {
            text.Append(Path).Append(": ");
        }

        text.Append(Reason);
        if (Value is not null)
        {
            text.Append($" (value \"{Value}\")");
        }

        return text.Append(". ").Append(Fix).ToString();
    }
}
