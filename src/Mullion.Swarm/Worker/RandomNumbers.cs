using System.Security.Cryptography;

namespace Mullion.Swarm.Worker;

/// <summary>Chance for backoff and the choice of a manager.</summary>
internal static class RandomNumbers
{
    private const int Steps = 1 << 24;

    /// <summary>From 0 up to, and not, 1.</summary>
    public static double NextDouble() => RandomNumberGenerator.GetInt32(Steps) / (double)Steps;
}
