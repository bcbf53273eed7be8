using Mullion.Core.Specs.Binding;
using Mullion.Core.Specs.Values;

namespace Mullion.Core.Specs.Shapes;

/// <summary>The <c>orchestrator.swarm.mke</c> section.</summary>
internal static class MkeShape
{
    private static readonly Key<string> Version = new(
        "version",
        "The version of UCP or MKE 3.",
        MkeVersionText.Shape
    )
    {
        IsRequired = true,
    };

    private static readonly Key<string> Repository = new(
        "repository",
        "Where its images are: an organization of Docker Hub, or a registry and an organization such as dtr.corp.example/ucp. Left out, docker up to version 3.2, mirantis from 3.3 on.",
        RepositoryText.Shape
    );

    public static readonly ObjectShape<MkeSpec> Shape = new(
        [Version, Repository],
        reader =>
        {
            var version = reader.Get(Version);
            return new MkeSpec
            {
                Version = version!,
                Repository =
                    reader.Get(Repository)
                    ?? (version is null ? "" : MkeSpec.DefaultRepository(version)),
            };
        }
    );
}
