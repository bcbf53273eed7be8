using System.Globalization;
using Mullion.Core;
using Mullion.Lab.Folders;
using Mullion.Simulation;
using Mullion.Simulation.Templates;

namespace Mullion.Lab.Hosts;

/// <summary>The machines of a lab.</summary>
internal sealed class LabHosts(
    LabFolder folder,
    LabLog log,
    LabServerOptions options,
    SimulatedWorld world
) : IAsyncDisposable
{
    private const string Network = "10.0.0.";
    private const int FirstAddress = 21;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, LabHost> _hosts = new(
        StringComparer.OrdinalIgnoreCase
    );

    public IReadOnlyList<LabHostStatus> Status()
    {
        lock (_lock)
        {
            return [.. _hosts.Values.Select(h => h.Status())];
        }
    }

    /// <summary>The host of a name.</summary>
    /// <exception cref="MullionException">There is none of that name.</exception>
    public LabHost this[string? name]
    {
        get
        {
            lock (_lock)
            {
                return name is not null && _hosts.TryGetValue(name, out var host)
                    ? host
                    : throw new MullionException(
                        $"The lab has no host {name}; it has {(_hosts.Count == 0 ? "none" : string.Join(", ", _hosts.Keys))}.",
                        "mullion lab start --hosts N makes win-1 to win-N; a host lab:NAME is made when it is first used."
                    );
            }
        }
    }

    /// <summary>Takes up the hosts that an earlier lab process of the folder left.</summary>
    public void Load()
    {
        foreach (var file in Directory.EnumerateFiles(folder.HostFolder, "*.json"))
        {
            var host = Load(file);
            Add(host.State.Machine.ComputerName, host, resumed: true);
        }
    }

    private SimulatedHost Load(string file)
    {
        try
        {
            return SimulatedHost.Load(File.ReadAllText(file), world);
        }
        catch (Exception e) when (e is not (IOException or UnauthorizedAccessException))
        {
            throw new MullionException(
                $"The saved host {file} is damaged: {e.Message}",
                "Delete that file, and the host is made anew when it is next used; or remove the whole lab: mullion lab stop.",
                e
            );
        }
    }

    public LabHost Ensure(NewLabHost wanted)
    {
        lock (_lock)
        {
            return _hosts.TryGetValue(wanted.Name, out var host) ? host : Make(wanted);
        }
    }

    public LabHost New(NewLabHost wanted)
    {
        lock (_lock)
        {
            return _hosts.ContainsKey(wanted.Name)
                ? throw new MullionException(
                    $"The lab has a host {wanted.Name} already.",
                    "Choose another name."
                )
                : Make(wanted);
        }
    }

    public async ValueTask DisposeAsync()
    {
        LabHost[] all;
        lock (_lock)
        {
            all = [.. _hosts.Values];
        }

        await Task.WhenAll(all.Select(h => h.DisposeAsync().AsTask()));
    }

    private LabHost Make(NewLabHost wanted)
    {
        if (!IsName(wanted.Name))
        {
            throw new MullionException(
                $"\"{wanted.Name}\" is no name for a host.",
                "Use up to 63 letters, digits and hyphens, beginning and ending with a letter or digit."
            );
        }

        var build = wanted.Build ?? options.Build;
        if (!HostTemplates.Builds.ContainsKey(build))
        {
            throw new MullionException(
                $"Build {build} is not simulated.",
                $"Choose one of {string.Join(", ", HostTemplates.Builds.Keys)}."
            );
        }

        if (wanted.Engine is { } engine)
        {
            RequireEngine(build, engine);
        }

        var address = wanted.Address ?? FreeAddress(wanted.Name);
        if (_hosts.Values.FirstOrDefault(h => h.Address() == address) is { } other)
        {
            throw new MullionException(
                $"The address {address} is that of {other.Name}.",
                "Choose another address."
            );
        }

        var template = wanted.Engine is { } version
            ? HostTemplates.WithEngine(build, version)
            : HostTemplates.Bare(build);
        template = template
            .Named(wanted.Name)
            .Speaking(wanted.Language)
            .WithNic("Ethernet", Mac(address), address);
        template = wanted.Core ? template : template.WithDesktop();
        return Add(wanted.Name, SimulatedHost.Create(template, world), resumed: false);
    }

    private static void RequireEngine(int build, string version)
    {
        if (!Version.TryParse(version.Split('-')[0], out var parsed) || parsed.Build < 0)
        {
            throw new MullionException(
                $"\"{version}\" is no engine version.",
                "Write three numbers such as 28.2.2."
            );
        }

        if (!HostTemplates.Starts(build, version))
        {
            throw new MullionException(
                $"Engine {version} does not start on build {build}: engines from 23.0 on need build 17763 or later.",
                $"Choose {HostTemplates.EngineFor(build)}, or a later build."
            );
        }
    }

    private LabHost Add(string name, SimulatedHost host, bool resumed)
    {
        var made = new LabHost(name, host, folder, log, options);
        made.Start(resumed);
        lock (_lock)
        {
            _hosts[name] = made;
        }

        return made;
    }

    /// <summary>win-1 has 10.0.0.21, win-2 has 10.0.0.22, as in the examples of the guide; others take what is left.</summary>
    private string FreeAddress(string name)
    {
        var taken = _hosts.Values.Select(h => h.Address()).ToHashSet();
        var number = string.Concat(name.Reverse().TakeWhile(char.IsAsciiDigit).Reverse());
        var own =
            int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            && n is > 0 and < 200
                ? n + FirstAddress - 1
                : FirstAddress;
        return Enumerable
                .Range(own, 255 - own)
                .Concat(Enumerable.Range(FirstAddress, 255 - FirstAddress))
                .Select(last => Network + last)
                .FirstOrDefault(a => !taken.Contains(a))
            ?? throw new MullionException(
                $"The lab has no address left in {Network}0/24.",
                "Give the host an address of its own."
            );
    }

    private static string Mac(string address) =>
        "00-15-5D-00-"
        + string.Join(
            '-',
            address
                .Split('.')
                .TakeLast(2)
                .Select(p => int.TryParse(p, out var b) ? $"{b & 0xff:X2}" : "00")
        );

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 63
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        && name[0] != '-'
        && name[^1] != '-';
}
