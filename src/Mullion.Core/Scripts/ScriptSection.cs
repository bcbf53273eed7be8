using Mullion.Core.Resources;

namespace Mullion.Core.Scripts;

/// <summary>The part of a script that is about one resource.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Why">The reason.</param>
/// <param name="Body">What is run, or shown.</param>
public sealed record ScriptSection(Resource Resource, string Why, PowerShellText Body)
{
    /// <summary>The section as it stands in the script.</summary>
    public PowerShellText Text =>
        PowerShellText.Lines(
            PowerShellText.Comment(
                $"---- {Resource.Heading.ToString().ToLowerInvariant()}: {Resource.Title} ({Resource.Id})"
            ),
            PowerShellText.Comment(Why),
            Resource.Side == Side.Cluster
                ? PowerShellText.Comment("On a manager, by hand:")
                : PowerShellText.Of($"Write-Host {Resource.Title}"),
            Body
        );
}
