namespace Mullion.Core.Secrets;

/// <summary>
/// Secrets of one run, by name. They travel beside the blueprint, live in memory only, and never show themselves in text.
/// </summary>
public sealed class SecretBag(IReadOnlyDictionary<string, string> values)
{
    /// <summary>No secrets.</summary>
    public static SecretBag Empty { get; } = new(new Dictionary<string, string>());

    /// <summary>The values, for sending them on to an executor and for nothing else.</summary>
    public IReadOnlyDictionary<string, string> Values { get; } = values;

    /// <summary>A secret by name.</summary>
    /// <exception cref="MullionException">It was not given.</exception>
    public string this[string name] =>
        Values.TryGetValue(name, out var value)
            ? value
            : throw new MullionException(
                $"The secret {name} is needed and was not given.",
                "Run the command again: it reads secrets from the cluster each time."
            );

    /// <summary>Replaces every secret that a text holds; the last line of defence, not the first.</summary>
    public string Scrub(string text)
    {
        foreach (var (name, value) in Values)
        {
            text = value.Length == 0 ? text : text.Replace(value, $"({name})");
        }

        return text;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Values.Count} secrets";
}
