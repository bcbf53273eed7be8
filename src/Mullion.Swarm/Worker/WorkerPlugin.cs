namespace Mullion.Swarm.Worker;

/// <summary>A plugin of a worker's engine; services may ask for one.</summary>
/// <param name="Kind"><c>Network</c>, <c>Volume</c> or <c>Log</c>.</param>
/// <param name="Name">Such as <c>overlay</c>.</param>
public sealed record WorkerPlugin(string Kind, string Name)
{
    private static readonly string[] Networks =
    [
        "ics",
        "internal",
        "l2bridge",
        "l2tunnel",
        "nat",
        "null",
        "overlay",
        "private",
        "transparent",
    ];

    private static readonly string[] Logs =
    [
        "awslogs",
        "etwlogs",
        "fluentd",
        "gcplogs",
        "gelf",
        "json-file",
        "local",
        "splunk",
        "syslog",
    ];

    /// <summary>What a Windows engine has without any addition.</summary>
    public static IReadOnlyList<WorkerPlugin> BuiltInOnWindows { get; } =
    [
        .. Logs.Select(n => new WorkerPlugin("Log", n)),
        .. Networks.Select(n => new WorkerPlugin("Network", n)),
        new WorkerPlugin("Volume", "local"),
    ];
}
