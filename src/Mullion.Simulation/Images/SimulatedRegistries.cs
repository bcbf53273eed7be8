using Mullion.Core.Hosts;
using Mullion.Core.Specs;

namespace Mullion.Simulation.Images;

/// <summary>All that simulated hosts can pull. What it refuses, it refuses in the words of engines and registries.</summary>
public sealed class SimulatedRegistries
{
    private readonly List<SimulatedImage> _images = [];
    private readonly Dictionary<string, (string User, string Password)> _users = [];

    /// <summary>Bytes per second of a pull; the time passes on the host's clock.</summary>
    public long BytesPerSecond { get; set; } = 20 << 20;

    /// <summary>Publishes an image.</summary>
    public SimulatedRegistries Add(SimulatedImage image)
    {
        _images.Add(image);
        return this;
    }

    /// <summary>Makes a registry ask who pulls.</summary>
    public SimulatedRegistries Require(string host, string user, string password)
    {
        _users[host] = (user, password);
        return this;
    }

    /// <summary>The image that a host of a Windows build gets, or why it gets none.</summary>
    internal (SimulatedImage? Image, string? Refusal) Find(ImagePull request, int build)
    {
        var reference = ImageReference.Parse(request.Reference);
        if (reference is null)
        {
            return (null, "invalid reference format");
        }

        var own = _images.Where(i => ImageReference.Parse(i.Name)?.Registry == reference.Registry);
        if (!own.Any())
        {
            return (
                null,
                $"Get \"https://{reference.Registry}/v2/\": dial tcp: lookup {reference.Registry.Split(':')[0]}: no such host"
            );
        }

        if (_users.TryGetValue(reference.Registry, out var user))
        {
            if (request.User is null)
            {
                return (
                    null,
                    $"Head \"https://{reference.Registry}/v2/{reference.Repository}/manifests/{reference.Version}\": no basic auth credentials"
                );
            }

            if ((request.User, request.Password) != user)
            {
                return (
                    null,
                    $"Get \"https://{reference.Registry}/v2/\": unauthorized: authentication required"
                );
            }
        }

        return own.FirstOrDefault(i => i.Is(reference)) switch
        {
            null => (null, $"manifest for {request.Reference} not found: manifest unknown"),
            // Facts, row E2.
            { Builds: [_, ..] builds } when !builds.Contains(build) => (
                null,
                $"no matching manifest for windows/amd64 10.0.{build} in the manifest list entries"
            ),
            var image => (image, null),
        };
    }
}
