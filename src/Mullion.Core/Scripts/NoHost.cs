using Mullion.Core.Hosts;

namespace Mullion.Core.Scripts;

/// <summary>Stands where a script is printed: what a person would run depends on the resource alone.</summary>
internal sealed class NoHost : IHost
{
    public TimeProvider Clock => throw Asked();

    public IHostSystem System => throw Asked();

    public IHostFiles Files => throw Asked();

    public IHostServices Services => throw Asked();

    public IHostFirewall Firewall => throw Asked();

    public IHostFeatures Features => throw Asked();

    public IHostNetwork Network => throw Asked();

    public IHostDownloads Downloads => throw Asked();

    public IHostEngine Engine => throw Asked();

    private static InvalidOperationException Asked() =>
        new("Render asked a host; it may look at nothing but the resource.");
}
