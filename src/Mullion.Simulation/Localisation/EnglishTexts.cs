using System.Collections.Frozen;

namespace Mullion.Simulation.Localisation;

/// <summary>Error texts in English (en-US).</summary>
internal static class EnglishTexts
{
    public static readonly FrozenDictionary<int, string> Errors = new Dictionary<int, string>
    {
        [2] = "The system cannot find the file specified.",
        [3] = "The system cannot find the path specified.",
        [5] = "Access is denied.",
        [32] = "The process cannot access the file because it is being used by another process.",
        [87] = "The parameter is incorrect.",
        [112] = "There is not enough space on the disk.",
        [123] = "The filename, directory name, or volume label syntax is incorrect.",
        [126] = "The specified module could not be found.",
        [145] = "The directory is not empty.",
        [183] = "Cannot create a file when that file already exists.",
        [193] = "%1 is not a valid Win32 application.",
        [231] = "All pipe instances are busy.",
        [267] = "The directory name is invalid.",
        [740] = "The requested operation requires elevation.",
        [1051] =
            "A stop control has been sent to a service that other running services are dependent on.",
        [1053] = "The service did not respond to the start or control request in a timely fashion.",
        [1056] = "An instance of the service is already running.",
        [1058] =
            "The service cannot be started, either because it is disabled or because it has no enabled devices associated with it.",
        [1060] = "The specified service does not exist as an installed service.",
        [1061] = "The service cannot accept control messages at this time.",
        [1062] = "The service has not been started.",
        [1066] = "The service has returned a service-specific error code.",
        [1067] = "The process terminated unexpectedly.",
        [1068] = "The dependency service or group failed to start.",
        [1072] = "The specified service has been marked for deletion.",
        [1073] = "The specified service already exists.",
        [1075] = "The dependency service does not exist or has been marked for deletion.",
        [1078] = "The name is already in use as either a service name or a service display name.",
        [1168] = "Element not found.",
        [1460] = "This operation returned because the timeout period expired.",
        [1722] = "The RPC server is unavailable.",
        [10051] = "A socket operation was attempted to an unreachable network.",
        [12007] = "The server name or address could not be resolved",
        [12029] = "A connection with the server could not be established",
        [unchecked((int)0x800F080C)] = "Windows feature name is unknown.",
        [unchecked((int)0x800F0902)] = "The servicing stack is busy with another operation.",
        [unchecked((int)0x80070005)] = "Access is denied.",
        [unchecked((int)0x803B0001)] = "The network was not found.",
        [unchecked((int)0x803B0006)] = "An adapter was not found.",
        [unchecked((int)0x80190194)] = "Not found (404).",
    }.ToFrozenDictionary();
}
