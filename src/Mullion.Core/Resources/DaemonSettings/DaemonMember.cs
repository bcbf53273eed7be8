namespace Mullion.Core.Resources.DaemonSettings;

/// <summary>A key of a <c>daemon.json</c> and where it stands, in bytes.</summary>
internal sealed record DaemonMember(string Key, int Start, Range Value);
