namespace Mullion.Core.Resources;

/// <summary>The providers of one side: of a host, or of a cluster.</summary>
public sealed class ProviderSet(params IEnumerable<IProvider> providers)
{
    private readonly Dictionary<Type, IProvider> _byType = providers.ToDictionary(p =>
        p.ResourceType
    );

    /// <summary>The provider of a resource's kind.</summary>
    public IProvider this[Resource resource] => _byType[resource.GetType()];
}
