using System.Security.Cryptography;
using Mullion.Core.Images;
using Mullion.Core.Specs;
using Mullion.Simulation.Images;

namespace Mullion.Core.Tests.Convergence;

/// <summary>The images of <see cref="Bed.Specs.Secured"/>, and where they come from.</summary>
internal static class BedImages
{
    public const string Registry = "registry.corp.example";
    public const string Password = "CanaryPasswordOfTheRegistry4711";

    /// <summary>Pulled from a registry that asks who pulls.</summary>
    public const string Pulled = $"{Registry}/shop/base:1";

    /// <summary>Docker Enterprise's; the spec has it from a file.</summary>
    public const string Loaded = "docker/ucp-dsinfo-win:3.2.5";

    /// <summary>Docker Enterprise's, which the spec does not name.</summary>
    public const string OfMke = "docker/ucp-agent-win:3.2.5";

    public static IReadOnlyList<string> All { get; } = [Pulled, Loaded, OfMke];

    public static byte[] Archive { get; } = DockerArchive.Create("windows", Loaded);

    public static string ArchiveSha256 { get; } = Sha256(Archive);

    public static IReadOnlyList<ImageSpec> Images { get; } =
    [
        new() { Name = ImageReference.Parse(Pulled)! },
        new()
        {
            Name = ImageReference.Parse(Loaded)!,
            Archive = new ArchiveSpec
            {
                Path = new FileReference("ucp.tar", "/ucp.tar"),
                Sha256 = ArchiveSha256,
            },
        },
    ];

    public static IReadOnlyList<RegistrySpec> Spec { get; } =
    [
        new()
        {
            Host = Registry,
            User = "puller",
            PasswordFile = new FileReference("pw.txt", "/pw.txt"),
        },
    ];

    public static RegistryPasswords Passwords { get; } =
        new(Spec.ToDictionary(NodeImages.PasswordSecret, _ => Password));

    public static SimulatedRegistries Registries() =>
        new SimulatedRegistries()
            .Add(new SimulatedImage(Pulled))
            .Add(new SimulatedImage(OfMke))
            .Add(new SimulatedImage("registry.corp.example/shop/old:1") { Builds = [14393] })
            .Require(Registry, "puller", Password);

    public static Stream? Open(string sha256) =>
        sha256 == ArchiveSha256 ? new MemoryStream(Archive) : null;

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
