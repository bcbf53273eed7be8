namespace Mullion.Docker.Logins;

/// <summary>How one logs on to UCP or MKE.</summary>
/// <param name="User">The user.</param>
/// <param name="Password">Reads the password when it is needed. A secret: it is in no text.</param>
public sealed record UcpLogin(string User, Func<string> Password)
{
    /// <inheritdoc/>
    public override string ToString() => $"login of {User}";
}
