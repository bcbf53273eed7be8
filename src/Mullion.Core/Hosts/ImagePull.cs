namespace Mullion.Core.Hosts;

/// <summary>A request to pull an image (<c>POST /images/create</c>).</summary>
/// <param name="Reference">Its name.</param>
/// <param name="User">The user at its registry; null to pull as nobody.</param>
/// <param name="Password">The user's password or access token. A secret: the record's text leaves it out.</param>
public sealed record ImagePull(string Reference, string? User, string? Password)
{
    /// <inheritdoc/>
    public override string ToString() =>
        User is null ? $"pull {Reference}" : $"pull {Reference} as {User}";
}
