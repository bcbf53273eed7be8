using Mullion.Core.Resources;
using Mullion.Core.Resources.EngineImages;
using Mullion.Core.Specs;

namespace Mullion.Core.Images;

/// <summary>The images that every node of a spec shall have: those of its orchestrator, and those that it names.</summary>
public static class NodeImages
{
    /// <summary>
    /// The images, those of the orchestrator first. One that the spec names too is as the spec has it: so files can stand for a registry.
    /// </summary>
    public static IReadOnlyList<ImageSpec> Of(ClusterSpec spec)
    {
        var named = spec.Images.Select(i => i.Name).ToHashSet();
        var own = spec.Orchestrator is SwarmSpec { Mke: { } mke } ? MkeImages.Of(mke) : [];
        return
        [
            .. own.Where(n => !named.Contains(n)).Select(n => new ImageSpec { Name = n }),
            .. spec.Images,
        ];
    }

    /// <summary>The name under which the password of a registry's user travels beside the blueprint.</summary>
    public static string PasswordSecret(RegistrySpec registry) => $"registry/{registry.Host}";

    /// <summary>The image that makes engines' certificates, and so comes before them; null where something else makes them.</summary>
    /// <param name="spec">The cluster as wanted.</param>
    /// <param name="after">The resource that the engine needs which is there.</param>
    internal static EngineImage? Generator(ClusterSpec spec, string after) =>
        spec is { Engine.Tls.Source: UcpGenerator, Orchestrator: SwarmSpec { Mke: { } mke } }
            ? Resource(spec, Of(spec).First(i => i.Name.Equals(MkeImages.Agent(mke))), after, null)
            : null;

    /// <summary>The images as resources, without the one that came already.</summary>
    /// <param name="spec">The cluster as wanted.</param>
    /// <param name="after">The resource behind which the engine answers.</param>
    /// <param name="first">The one that came already; null for none.</param>
    internal static IReadOnlyList<EngineImage> Resources(
        ClusterSpec spec,
        string after,
        EngineImage? first
    )
    {
        List<EngineImage> resources = first is null ? [] : [first];
        foreach (var image in Of(spec).Where(i => i.Name.Written != first?.Name))
        {
            var sha256 = image.Archive?.Sha256;
            // One archive is loaded once, and whoever loads it brings the others.
            var bringer = resources.Find(r => sha256 is not null && r.ArchiveSha256 == sha256)?.Id;
            resources.Add(Resource(spec, image, after, bringer));
        }

        return first is null ? resources : resources[1..];
    }

    private static EngineImage Resource(
        ClusterSpec spec,
        ImageSpec image,
        string after,
        string? bringer
    )
    {
        var registry = image.Archive is null
            ? spec.Registries.FirstOrDefault(r =>
                string.Equals(r.Host, image.Name.Registry, StringComparison.OrdinalIgnoreCase)
            )
            : null;
        return new EngineImage
        {
            Name = image.Name.Written,
            Heading = Heading.Runtime,
            User = registry?.User,
            PasswordSecret = registry is null ? null : PasswordSecret(registry),
            ArchiveSha256 = image.Archive?.Sha256,
            ArchiveUrl = image.Archive?.Url,
            After = bringer is null ? [after] : [after, bringer],
            ArisesFrom = bringer,
        };
    }
}
