namespace Mullion.Simulation.Services;

/// <summary>Errors of the service control manager that only the simulation gives (winerror.h).</summary>
internal static class ServiceErrors
{
    /// <summary>ERROR_INVALID_PARAMETER.</summary>
    public const int InvalidParameter = 87;

    /// <summary>ERROR_BAD_EXE_FORMAT: the program is torn or none for this Windows.</summary>
    public const int BadProgram = 193;

    /// <summary>ERROR_DEPENDENT_SERVICES_RUNNING.</summary>
    public const int DependentServicesRunning = 1051;

    /// <summary>ERROR_INVALID_SERVICE_CONTROL.</summary>
    public const int ServiceDisabled = 1058;

    /// <summary>ERROR_SERVICE_SPECIFIC_ERROR: what dockerd ends with when it cannot start.</summary>
    public const int ServiceSpecific = 1066;

    /// <summary>ERROR_PROCESS_ABORTED: the process ended without saying so.</summary>
    public const int ProcessAborted = 1067;

    /// <summary>ERROR_SERVICE_DEPENDENCY_FAIL.</summary>
    public const int DependencyFailed = 1068;

    /// <summary>ERROR_SERVICE_DEPENDENCY_DELETED: a service named as a dependency is not there.</summary>
    public const int DependencyMissing = 1075;

    /// <summary>ERROR_DUPLICATE_SERVICE_NAME: the display name is another service's.</summary>
    public const int DuplicateDisplayName = 1078;
}
