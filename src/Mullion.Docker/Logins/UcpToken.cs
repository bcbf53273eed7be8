using System.Text.Json.Serialization;

namespace Mullion.Docker.Logins;

/// <summary>What UCP answers to a login.</summary>
internal sealed record UcpToken([property: JsonPropertyName("auth_token")] string? AuthToken)
{
    public override string ToString() => "token";
}
