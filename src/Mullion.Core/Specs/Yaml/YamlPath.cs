using System.Text;

namespace Mullion.Core.Specs.Yaml;

/// <summary>A place in the document; put into words only when an error needs it.</summary>
internal sealed class YamlPath
{
    public static readonly YamlPath Root = new(null, null, 0);

    private readonly YamlPath? parent;
    private readonly string? key;
    private readonly int index;

    private YamlPath(YamlPath? parent, string? key, int index)
    {
        this.parent = parent;
        this.key = key;
        this.index = index;
    }

    public bool IsRoot => parent is null;

    /// <summary>An item of a list, not the value of a key.</summary>
    public bool IsItem => parent is not null && key is null;

    /// <summary>The place of a key's value in the mapping at this place.</summary>
    public YamlPath Key(string name) => new(this, name, 0);

    /// <summary>The place of an item, from 0, in the list at this place.</summary>
    public YamlPath Item(int number) => new(this, null, number);

    /// <summary><c>nodes[3].labels.rack</c>; a key that is no plain word is quoted: <c>labels["a.b"]</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    private void Write(StringBuilder text)
    {
        if (parent is null)
        {
            return;
        }

        parent.Write(text);
        if (key is null)
        {
            text.Append($"[{index}]");
        }
        else if (key.Length is > 0 and <= 80 && key.All(IsWord))
        {
            text.Append(parent.IsRoot ? "" : ".").Append(key);
        }
        else
        {
            text.Append($"[\"{ErrorList.Printable(key)}\"]");
        }
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
