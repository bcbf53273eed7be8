using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Model;

/// <summary>One placement constraint, such as <c>node.platform.os==windows</c>.</summary>
internal sealed record PlacementConstraint(string Key, bool Equal, string Value)
{
    private const StringComparison Insensitive = StringComparison.OrdinalIgnoreCase;

    /// <summary>Reads one.</summary>
    /// <exception cref="SwarmRefusal">It has neither <c>==</c> nor <c>!=</c>, or a side is not well formed.</exception>
    public static PlacementConstraint Parse(string text)
    {
        var at = text.IndexOf("==", StringComparison.Ordinal);
        var equal = at >= 0;
        if (!equal)
        {
            at = text.IndexOf("!=", StringComparison.Ordinal);
        }

        if (at < 0)
        {
            throw Refused("constraint expected one operator from ==, !=");
        }

        var key = text[..at].Trim();
        var value = text[(at + 2)..].Trim();
        if (key.Length == 0 || !key.All(c => char.IsAsciiLetterOrDigit(c) || "-_./".Contains(c)))
        {
            throw Refused($"key '{key}' is invalid");
        }

        return value.Length == 0
            ? throw Refused($"value '{value}' is invalid")
            : new PlacementConstraint(key, equal, value);
    }

    /// <summary>Keys and values compare without case; an unknown key is never satisfied, whatever the operator.</summary>
    public bool IsSatisfiedBy(ModelNode node)
    {
        if (Prefixed("node.labels.") is { } label)
        {
            return Matches(node.Labels.GetValueOrDefault(label, ""));
        }

        if (Prefixed("engine.labels.") is { } engineLabel)
        {
            return Matches(node.Facts?.EngineLabels.GetValueOrDefault(engineLabel, "") ?? "");
        }

        return Key.ToLowerInvariant() switch
        {
            "node.id" => Matches(node.Id),
            "node.hostname" => Matches(node.Facts?.Hostname ?? ""),
            "node.ip" => Matches(node.Address),
            "node.role" => Matches(node.Role == NodeRole.Manager ? "manager" : "worker"),
            "node.platform.os" => Matches(node.Facts?.Os ?? ""),
            "node.platform.arch" => Matches(node.Facts?.Architecture ?? ""),
            _ => false,
        };
    }

    private bool Matches(string actual) => string.Equals(actual, Value, Insensitive) == Equal;

    private string? Prefixed(string prefix) =>
        Key.Length > prefix.Length && Key.StartsWith(prefix, Insensitive)
            ? Key[prefix.Length..]
            : null;

    private static SwarmRefusal Refused(string text) => new(GrpcStatusCode.Unknown, text);
}
