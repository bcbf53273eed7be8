using Mullion.Core.Hosts;

namespace Mullion.Simulation.Quirks;

/// <summary>
/// The layers of images and containers cannot be deleted as plain folders: their files deny it even to SYSTEM. Windows' own
/// function for it can, while nobody uses them.
/// </summary>
/// <remarks>
/// Stricter than Windows, which also destroys an image's layer beneath an engine that runs no container of it: here an engine
/// that has a process uses all of them.
/// </remarks>
internal static class LayersNeedHcs
{
    public static readonly Quirk Quirk = new(
        "layers-need-hcs",
        "Deleting, moving or writing files in a layer below windowsfilter is denied (5); HcsDestroyLayer deletes it, but not in use (32).",
        "moby/moby#26873 and opengate.at/retro-blog/2021/03/docker-links (denied); documentation of HcsDestroyLayer; moby/docker-ci-zap#3 and moby/moby#24980 (0x80070020 in use); moby/moby#27963 (left half destroyed)"
    );

    /// <summary>What deleting a file of a layer gives.</summary>
    public const int DeleteError = WindowsError.AccessDenied;

    /// <summary>What destroying a layer in use gives, without the facility, as hcsshim reports it.</summary>
    public const int InUse = WindowsError.SharingViolation;
}
