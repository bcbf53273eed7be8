using System.Security.Cryptography;
using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Model;

/// <summary>Where ids and secrets come from: chance, or a seed for runs that must be the same again.</summary>
internal sealed class IdSource
{
    private readonly Random? random;

    public IdSource(int? seed)
    {
#pragma warning disable CA5394 // A seed is given only where repeatability is wanted and nothing is protected.
        random = seed is { } value ? new Random(value) : null;
#pragma warning restore CA5394
    }

    /// <summary>An id as swarms give to nodes, services, tasks and sessions.</summary>
    public string Next() => SwarmIds.Create(Bytes(SwarmIds.EntropyLength));

    /// <summary>An id as engines give to containers: 64 hexadecimal digits.</summary>
    public string NextContainer() => Convert.ToHexStringLower(Bytes(32));

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        if (random is null)
        {
            RandomNumberGenerator.Fill(bytes);
        }
        else
        {
#pragma warning disable CA5394 // See above.
            random.NextBytes(bytes);
#pragma warning restore CA5394
        }

        return bytes;
    }
}
