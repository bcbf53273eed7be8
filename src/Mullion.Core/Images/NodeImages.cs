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
        var own = spec.Orchestrator.Swarm.Mke is { } mke ? MkeImages.Of(mke) : [];
        return
        [
            .. own.Where(n => !named.Contains(n)).Select(n => new ImageSpec { Name = n }),
            .. spec.Images,
        ];
    }

    /// <summary>The name under which the password of a registry's user travels beside the blueprint.</summary>
    public static string PasswordSecret(RegistrySpec registry) => $"registry/{registry.Host}";

    /// <summary>The images as resources.</summary>
    /// <param name="spec">The cluster as wanted.</param>
    /// <param name="after">The resource behind which the engine answers.</param>
    internal static IReadOnlyList<EngineImage> Resources(ClusterSpec spec, string after)
    {
        var resources = new List<EngineImage>();
        foreach (var image in Of(spec))
        {
            var sha256 = image.Archive?.Sha256;
            // One archive is loaded once, and whoever loads it brings the others.
            var bringer = resources.Find(r => sha256 is not null && r.ArchiveSha256 == sha256)?.Id;
            var registry = image.Archive is null
                ? spec.Registries.FirstOrDefault(r =>
                    string.Equals(r.Host, image.Name.Registry, StringComparison.OrdinalIgnoreCase)
                )
                : null;
            resources.Add(
                new EngineImage
                {
                    Name = image.Name.Written,
                    Heading = Heading.Runtime,
                    User = registry?.User,
                    PasswordSecret = registry is null ? null : PasswordSecret(registry),
                    ArchiveSha256 = sha256,
                    ArchiveUrl = image.Archive?.Url,
                    After = bringer is null ? [after] : [after, bringer],
                    ArisesFrom = bringer,
                }
            );
        }

        return resources;
    }
}
