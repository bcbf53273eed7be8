using System.Text.Json.Serialization;

namespace Mullion.Docker.Logins;

/// <summary>What UCP is asked a token with.</summary>
internal sealed record UcpCredentials(
    [property: JsonPropertyName("username")] string Username,
    [property: JsonPropertyName("password")] string Password
)
{
    public override string ToString() => $"credentials of {Username}";
}
