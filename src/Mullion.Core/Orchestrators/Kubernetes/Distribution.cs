namespace Mullion.Core.Orchestrators.Kubernetes;

/// <summary>Who set a cluster up, and so how nodes may join it.</summary>
/// <param name="Name">Such as <c>kubeadm</c> or <c>Amazon EKS</c>.</param>
/// <param name="Why">Why Mullion cannot join nodes to it; null where it can.</param>
/// <param name="Fix">What to do instead; null where it can.</param>
public sealed record Distribution(string Name, string? Why = null, string? Fix = null)
{
    /// <summary>Whether Mullion can join nodes to it.</summary>
    public bool Joinable => Why is null;
}
