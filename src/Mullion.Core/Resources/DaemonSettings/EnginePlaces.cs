using Mullion.Core.Hosts;
using Mullion.Core.Secrets;

namespace Mullion.Core.Resources.DaemonSettings;

/// <summary>The two places in which an engine's settings stand: the arguments of its service, and its <c>daemon.json</c>.</summary>
internal sealed class EnginePlaces
{
    private readonly IHost _host;
    private readonly ServiceArguments _arguments;

    private EnginePlaces(IHost host, EngineSettings resource)
    {
        _host = host;
        Service = host.Services.Find(Engines.SettledEngine.Service);
        _arguments = new ServiceArguments(Service?.Config.ImagePath ?? "");
        File = DaemonFile.Load(host.Files, _arguments.ConfigFile ?? resource.File);
    }

    /// <summary>The engine's service; null when there is none.</summary>
    public ServiceInfo? Service { get; }

    /// <summary>Whether an engine runs.</summary>
    public bool Running => Service is { State: ServiceState.Running };

    /// <summary>The file, as it would be written.</summary>
    public DaemonFile File { get; }

    /// <summary>Reads both.</summary>
    /// <exception cref="MullionException">The file cannot be understood.</exception>
    public static EnginePlaces Read(IHost host, EngineSettings resource) => new(host, resource);

    /// <summary>What stands there for a key, in its place; null for nothing.</summary>
    public string? this[string key] => _arguments[EngineKeys.All[key]] ?? File[key];

    /// <summary>Whether both places have a key, and dockerd would not start.</summary>
    public bool Twice(string key) => _arguments.Has(EngineKeys.All[key]) && File[key] is not null;

    /// <summary>Puts a text in the place that it is of, and takes the key out of the other; null takes it out of both.</summary>
    public void Put(string key, string? text)
    {
        // What others have there now and must not be shown stays.
        if (text == Redaction.Hidden)
        {
            return;
        }

        var known = EngineKeys.All[key];
        var arguments = SettingText.IsArguments(text);
        if (arguments)
        {
            _arguments.Put(known, text!);
        }
        else
        {
            _arguments.Remove(known);
        }

        if (text is null || arguments)
        {
            File.Remove(key);
        }
        else
        {
            File.Put(key, text);
        }
    }

    /// <summary>Writes what has changed.</summary>
    /// <param name="gone">Whether the file goes when no key is left in it.</param>
    public void Write(bool gone)
    {
        Write(File.ToArray(), gone && File.Empty);
        if (Service is { } service && _arguments.ToString() != service.Config.ImagePath)
        {
            _host.Services.Configure(service.Config with { ImagePath = _arguments.ToString() });
        }
    }

    private void Write(byte[] content, bool gone)
    {
        var there = _host.Files.Find(File.Path) is null
            ? null
            : _host.Files.ReadAllBytes(File.Path);
        if (gone || (there is null && File.Empty))
        {
            _host.Files.DeleteIfThere(File.Path);
        }
        else if (there is null || !there.AsSpan().SequenceEqual(content))
        {
            _host.Files.EnsurePrivateDirectory(HostPaths.Parent(File.Path));
            using var stream = new MemoryStream(content);
            _host.Files.ReplaceAtomically(File.Path, stream);
        }
    }
}
