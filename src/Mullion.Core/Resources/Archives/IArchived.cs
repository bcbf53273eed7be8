namespace Mullion.Core.Resources.Archives;

/// <summary>A resource that comes out of an archive.</summary>
internal interface IArchived
{
    /// <summary>The archive; null where this one needs none.</summary>
    HostArchive? Archive { get; }
}
