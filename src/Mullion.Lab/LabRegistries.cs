using Mullion.Core.Images;
using Mullion.Core.Resources.EngineImages;
using Mullion.Simulation.Images;

namespace Mullion.Lab;

/// <summary>
/// The images that lab hosts can pull: Windows base images by Microsoft's tags, Docker Enterprise's and MKE's own in any version, and
/// <c>registry.lab.example/app</c> in a registry that asks who pulls. Whatever else is asked for is unknown there.
/// </summary>
public static class LabRegistries
{
    /// <summary>A registry that lets nobody pull but <see cref="User"/>.</summary>
    public const string Private = "registry.lab.example";

    /// <summary>The user who may pull there.</summary>
    public const string User = "puller";

    /// <summary>The user's password: of a simulated registry, and no secret.</summary>
    public const string Password = "simulated";

    private static readonly (string Name, long Bytes)[] Windows =
    [
        ("nanoserver", 120L << 20),
        ("servercore", 2L << 30),
        ("servercore/iis", 2L << 30),
    ];

    /// <summary>The registries.</summary>
    public static SimulatedRegistries Create()
    {
        // Ten times a good line: nobody has to watch a simulated pull for long.
        var registries = new SimulatedRegistries { BytesPerSecond = 200 << 20 }
            .Add(new SimulatedImage($"{Private}/app:{SimulatedImage.AnyTag}"))
            .Require(Private, User, Password);
        foreach (var (name, bytes) in Windows)
        {
            foreach (var (tag, build) in ImageBuilds.Known)
            {
                registries.Add(
                    new SimulatedImage($"mcr.microsoft.com/windows/{name}:{tag}")
                    {
                        Bytes = bytes,
                        Builds = [build],
                    }
                );
            }
        }

        foreach (var repository in new[] { "docker", "mirantis" })
        {
            foreach (var name in MkeImages.Known.SelectMany(s => s.Names).Distinct())
            {
                registries.Add(new SimulatedImage($"{repository}/{name}:{SimulatedImage.AnyTag}"));
            }
        }

        return registries;
    }
}
