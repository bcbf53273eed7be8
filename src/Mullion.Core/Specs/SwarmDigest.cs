using System.Text.Json;

namespace Mullion.Core.Specs;

/// <summary>The part of <see cref="SpecDigest"/> that specs of swarms alone have.</summary>
internal static class SwarmDigest
{
    public static void Write(Utf8JsonWriter json, SwarmSpec swarm)
    {
        json.WriteStartObject("swarm");
        WriteManagers(json, swarm.Managers);
        if (swarm.Tls is { } tls)
        {
            json.WriteStartObject("tls");
            json.WriteString("ca", tls.Ca.Written);
            json.WriteString("cert", tls.Cert.Written);
            json.WriteString("key", tls.Key.Written);
            json.WriteEndObject();
        }

        if (swarm.Login is { } login)
        {
            json.WriteStartObject("login");
            json.WriteString("user", login.User);
            json.WriteString("passwordFile", login.PasswordFile.Written);
            SpecDigest.WriteIfSet(json, "ca", login.Ca?.Written);
            json.WriteEndObject();
        }

        json.WriteStartArray("joinAddresses");
        foreach (var address in swarm.JoinAddresses)
        {
            json.WriteStringValue(address.ToString());
        }

        json.WriteEndArray();
        if (swarm.Mke is { } mke)
        {
            json.WriteStartObject("mke");
            json.WriteString("version", mke.Version);
            json.WriteString("repository", mke.Repository);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // One manager is the form that stands in journals since there were no lists.
    private static void WriteManagers(Utf8JsonWriter json, IReadOnlyList<ManagerEndpoint> managers)
    {
        if (managers is [var only])
        {
            json.WriteString("manager", only.ToString());
            return;
        }

        json.WriteStartArray("manager");
        foreach (var manager in managers)
        {
            json.WriteStringValue(manager.ToString());
        }

        json.WriteEndArray();
    }
}
