namespace Mullion.Core.Hosts;

/// <summary>The few places on a Windows host that Mullion knows by path.</summary>
public static class HostPaths
{
    /// <summary>Mullion's own folder: journal, lock and package cache. The last thing to go.</summary>
    public const string Mullion = @"C:\ProgramData\Mullion";

    /// <summary>The journal.</summary>
    public const string Journal = Mullion + @"\journal.jsonl";

    /// <summary>Held while a run is under way.</summary>
    public const string Lock = Mullion + @"\run.lock";

    /// <summary>Packages by hash, until the run that needed them ends.</summary>
    public const string Cache = Mullion + @"\cache";

    /// <summary>Where the engine's programs go.</summary>
    public const string EnginePrograms = @"C:\Program Files\docker";

    /// <summary>The engine's data folder where nobody chose another.</summary>
    public const string EngineData = @"C:\ProgramData\docker";

    /// <summary>The engine's certificate, its key and its authority, where Docker Enterprise looks for them.</summary>
    public const string EngineCertificates = EngineData + @"\daemoncerts";

    /// <summary>The folder that holds a path.</summary>
    /// <remarks>Not <see cref="Path"/>: that follows the rules of the machine Mullion runs on, not of the host.</remarks>
    public static string Parent(string path)
    {
        var cut = path.LastIndexOf('\\');
        return cut <= 2 ? path[..3] : path[..cut];
    }
}
