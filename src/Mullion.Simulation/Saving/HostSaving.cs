using System.Text.Json;
using Mullion.Simulation.Files;

namespace Mullion.Simulation.Saving;

/// <summary>Writes and reads a host's state.</summary>
internal static class HostSaving
{
    private const int Format = 1;

    public static string Write(HostState state) =>
        JsonSerializer.Serialize(
            new SavedHost(
                Format,
                state.Machine,
                [.. state.Files.Values.OrderBy(f => f.Path, StringComparer.Ordinal).Select(Pack)],
                [.. state.Services.Values.OrderBy(s => s.Name, StringComparer.Ordinal)],
                [.. state.Firewall.Values.OrderBy(r => r.Id, StringComparer.Ordinal)],
                state.Features,
                state.Adapters,
                state.HnsNetworks,
                state.Routes,
                state.Listeners,
                state.PendingReboot,
                state.EventLog,
                [.. state.QuirksOff.Order(StringComparer.Ordinal)],
                state.Operations,
                state.NextNumber
            ),
            SavingJson.Default.SavedHost
        );

    public static HostState Read(string json)
    {
        var saved = JsonSerializer.Deserialize(json, SavingJson.Default.SavedHost);
        if (saved is not { Format: Format })
        {
            throw new InvalidDataException(
                $"A saved simulated host has format {saved?.Format}; this program reads format {Format}."
            );
        }

        var state = new HostState
        {
            Machine = saved.Machine,
            Adapters = [.. saved.Adapters],
            HnsNetworks = [.. saved.HnsNetworks],
            Routes = [.. saved.Routes],
            Listeners = [.. saved.Listeners],
            PendingReboot = [.. saved.PendingReboot],
            EventLog = [.. saved.EventLog],
            QuirksOff = new(saved.QuirksOff, StringComparer.Ordinal),
            Operations = saved.Operations,
            NextNumber = saved.NextNumber,
        };
        foreach (var file in saved.Files)
        {
            state.Files[file.Path] = Unpack(file);
        }

        foreach (var service in saved.Services)
        {
            state.Services[service.Name] = service;
        }

        foreach (var rule in saved.Firewall)
        {
            state.Firewall[rule.Id] = rule;
        }

        foreach (var (name, feature) in saved.Features)
        {
            state.Features[name] = feature;
        }

        return state;
    }

    private static SavedFile Pack(SimulatedFile file)
    {
        var clean = ReferenceEquals(file.Content, file.Flushed);
        return new SavedFile(
            file.Path,
            file.IsDirectory,
            file.Content.ToArray(),
            clean ? null : file.Flushed?.ToArray(),
            clean,
            file.SafeLength,
            file.EntrySafe,
            file.DeleteOnClose,
            file.Written,
            file.Access,
            file.ReadOnly
        );
    }

    private static SimulatedFile Unpack(SavedFile file)
    {
        var content = new FileContent(file.Content);
        return new SimulatedFile(file.Path, file.IsDirectory)
        {
            Content = content,
            Flushed = file switch
            {
                { Clean: true } => content,
                { Flushed: { } flushed } => new FileContent(flushed),
                _ => null,
            },
            SafeLength = file.SafeLength,
            EntrySafe = file.EntrySafe,
            DeleteOnClose = file.DeleteOnClose,
            Written = file.Written,
            Access = file.Access,
            ReadOnly = file.ReadOnly,
        };
    }
}
