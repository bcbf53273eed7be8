namespace Mullion.Core.Resources.DaemonSettings;

/// <summary>
/// The command line of the engine's service, changed setting by setting: the program, other arguments and their order stay as they
/// are, and what is put and taken out again leaves no trace.
/// </summary>
internal sealed class ServiceArguments
{
    private readonly string _program;
    private readonly List<Part> _parts = [];

    /// <summary>Takes a service's image path apart.</summary>
    public ServiceArguments(string imagePath)
    {
        (_program, var words) = WindowsCommandLine.Parse(imagePath);
        for (var i = 0; i < words.Count; i++)
        {
            var (key, value) = Option(words[i].Text);
            var separate =
                key is not null and not { Kind: EngineKeyKind.Switch }
                && value is null
                && i + 1 < words.Count;
            _parts.Add(
                separate
                    ? new Part(key, words[i + 1].Text, [words[i], words[++i]])
                    : new Part(key, value ?? (key is null ? null : "true"), [words[i]])
            );
        }
    }

    /// <summary>The <c>daemon.json</c> that they name; null when none.</summary>
    public string? ConfigFile
    {
        get
        {
            for (var i = 0; i < _parts.Count; i++)
            {
                const string flag = "--config-file";
                var text = _parts[i].Words[0].Text;
                if (text.StartsWith(flag + "=", StringComparison.Ordinal))
                {
                    return text[(flag.Length + 1)..];
                }

                if (text == flag && i + 1 < _parts.Count)
                {
                    return _parts[i + 1].Words[0].Text;
                }
            }

            return null;
        }
    }

    /// <summary>A setting's arguments as they stand there; null when there are none.</summary>
    public string? this[EngineKey key] =>
        Has(key)
            ? string.Join(
                ' ',
                _parts.Where(p => p.Key == key).SelectMany(p => p.Words).Select(w => w.Raw)
            )
            : null;

    /// <summary>Whether a setting is among them.</summary>
    public bool Has(EngineKey key) => _parts.Exists(p => p.Key == key);

    /// <summary>What a setting's arguments say, as JSON.</summary>
    public string Json(EngineKey key) =>
        EngineValue.FromArguments(key, [.. _parts.Where(p => p.Key == key).Select(p => p.Value!)]);

    /// <summary>
    /// Puts a setting's arguments in the place of its former ones; those that stay as they are stay where they are.
    /// </summary>
    /// <param name="key">The setting.</param>
    /// <param name="arguments">Its arguments, as they are to stand there.</param>
    public void Put(EngineKey key, string arguments)
    {
        var wanted = new ServiceArguments($"x {arguments}")._parts;
        var first = _parts.FindIndex(p => p.Key == key);
        _parts.RemoveAll(p => p.Key == key && !wanted.Exists(w => Same(w, p)));
        var at = first < 0 ? _parts.Count : Math.Min(first, _parts.Count);
        foreach (var part in wanted)
        {
            var there = _parts.FindIndex(p => p.Key == key && Same(p, part));
            if (there >= 0)
            {
                at = there + 1;
            }
            else
            {
                _parts.Insert(at++, part);
            }
        }
    }

    /// <summary>Takes a setting's arguments out.</summary>
    public void Remove(EngineKey key) => _parts.RemoveAll(p => p.Key == key);

    /// <summary>The image path.</summary>
    public override string ToString() =>
        _program + string.Concat(_parts.SelectMany(p => p.Words).Select(w => w.Space + w.Raw));

    private static bool Same(Part a, Part b) =>
        a.Words.Select(w => w.Raw).SequenceEqual(b.Words.Select(w => w.Raw));

    /// <summary>The setting that an argument begins, and its value where it is in the same word.</summary>
    private static (EngineKey? Key, string? Value) Option(string word)
    {
        if (word.StartsWith("--", StringComparison.Ordinal))
        {
            var parts = word[2..].Split('=', 2);
            return (
                EngineKeys.All.Values.FirstOrDefault(k => k.Flag == parts[0]),
                parts.Length > 1 ? parts[1] : null
            );
        }

        if (word is ['-', not '-', ..])
        {
            return (
                EngineKeys.All.Values.FirstOrDefault(k => k.Letter == word[1]),
                word.Length > 2 ? word[2..].TrimStart('=') : null
            );
        }

        return (null, null);
    }

    /// <summary>An argument, with its value: one word or two.</summary>
    /// <param name="Key">The setting; null for another argument.</param>
    /// <param name="Value">Its value; null for another argument.</param>
    /// <param name="Words">How it stands there.</param>
    private sealed record Part(EngineKey? Key, string? Value, IReadOnlyList<CommandLineWord> Words);
}
