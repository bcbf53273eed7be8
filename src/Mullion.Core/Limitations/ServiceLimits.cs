using Mullion.Core.Findings;
using Mullion.Core.Orchestrators;

namespace Mullion.Core.Limitations;

/// <summary>What services ask for that Windows does not have.</summary>
internal static class ServiceLimits
{
    // Windows Server 2016.
    private const int WithoutMesh = 14393;

    private const string Elsewhere =
        "keep it off Windows: --constraint-add node.platform.os==linux";

    public static IEnumerable<Finding> Of(LimitScope scope) =>
        [
            .. scope.Services.Where(s => s.UnixSockets.Count > 0).Select(Socket),
            .. scope.Services.Where(s => s.OwnedSecrets.Count > 0).Select(Ownership),
            .. OnDisk(scope),
            .. scope
                .Services.Where(s => scope.Host.Build == WithoutMesh && s.MeshPorts.Count > 0)
                .Select(Mesh),
        ];

    private static Finding Socket(ClusterService service) =>
        Finding.Warn(
            "unix-socket",
            $"The service {service.Name} may run here and mounts {string.Join(", ", service.UnixSockets)}: Windows has no Unix sockets to mount.",
            $"Mount the named pipe instead (type=npipe,source=\\\\.\\pipe\\docker_engine,target=\\\\.\\pipe\\docker_engine) or use TCP; or {Elsewhere}"
        );

    private static Finding Ownership(ClusterService service) =>
        Finding.Warn(
            "secret-ownership",
            $"The service {service.Name} may run here and asks for an owner, group or mode of its secrets {string.Join(", ", service.OwnedSecrets)}: on Windows they belong to administrators and SYSTEM of the container.",
            $"Leave uid, gid and mode out (--secret-rm, --secret-add source=NAME,target=NAME); or {Elsewhere}"
        );

    private static IEnumerable<Finding> OnDisk(LimitScope scope)
    {
        var names = scope.Services.Where(s => s.Secrets.Count > 0).Select(s => s.Name).ToList();
        if (names.Count == 0)
        {
            return [];
        }

        var message =
            $"Secrets of {string.Join(", ", names)} lie in clear on the system drive while such a task runs here";
        const string Fix =
            "Turn BitLocker on for the volume of the engine's data (Enable-BitLocker), or keep these services off Windows.";
        return
        [
            scope.Host.SystemDriveEncrypted switch
            {
                true => Finding.Ok("secrets-on-disk", "BitLocker protects the system drive."),
                false => Finding.Warn("secrets-on-disk", $"{message}, and BitLocker is off.", Fix),
                null => Finding.Unknown(
                    "secrets-on-disk",
                    $"{message}, and whether BitLocker protects it cannot be told.",
                    Fix
                ),
            },
        ];
    }

    private static Finding Mesh(ClusterService service) =>
        Finding.Warn(
            "routing-mesh-2016",
            $"The service {service.Name} may run here and publishes {string.Join(", ", service.MeshPorts)} on the routing mesh, which Windows Server 2016 does not have: the port does not answer on this node.",
            "Publish it on the host (--publish mode=host,target=PORT) and route by name (HTTP routing mesh, Interlock), or use Windows Server 2019 or later."
        );
}
