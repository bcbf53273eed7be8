namespace Mullion.Core.Specs;

/// <summary>A file that the spec names. It existed when the spec was loaded.</summary>
/// <param name="Written">The path as written, which is what counts for the digest of the spec.</param>
/// <param name="FullPath">The absolute path; a relative one starts at the folder of the spec file.</param>
public sealed record FileReference(string Written, string FullPath)
{
    /// <summary>The path as written.</summary>
    public override string ToString() => Written;
}
