using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Mullion.Lab.SwarmManager.Model;
using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Wire;

/// <summary>Nodes in the form of the wire, and back.</summary>
internal static class NodeMessages
{
    public const uint VxlanPort = 4789;
    private const long ManagerWeight = 10;

    public static SessionMessage Session(SwarmState state, ModelNode node, EncryptionKey[] keys)
    {
        var message = new SessionMessage
        {
            SessionId = node.Session,
            Node = Of(state, node),
            RootCa = ByteString.CopyFromUtf8(state.Authority.RootPem),
        };
        message.Managers.Add(
            new WeightedPeer
            {
                Peer = new Peer { NodeId = state.Nodes[0].Id, Addr = state.ClusterAddress },
                Weight = ManagerWeight,
            }
        );
        message.NetworkBootstrapKeys.AddRange(keys);
        return message;
    }

    public static Node Of(SwarmState state, ModelNode node)
    {
        var annotations = new Annotations { Name = node.Name };
        annotations.Labels.Add(node.Labels);
        var attachment = new NetworkAttachment { Network = IngressMessage.Of(state) };
        attachment.Addresses.Add(node.IngressAddress);
        var message = new Node
        {
            Id = node.Id,
            Meta = Meta(node.Version, node.CreatedAt, node.UpdatedAt),
            Role = node.Role,
            Spec = new NodeSpec
            {
                Annotations = annotations,
                DesiredRole = node.Role,
                Membership = NodeMembership.Accepted,
                Availability = node.Availability,
            },
            Status = new NodeStatus
            {
                State = node.State,
                Message = node.StateMessage,
                Addr = node.Address,
            },
            Certificate = Certificate(node),
            Attachment = attachment,
            VxlanUdpPort = VxlanPort,
        };
        message.Attachments.Add(attachment);
        if (node.Facts is { } facts)
        {
            message.Description = Description(facts);
        }

        return message;
    }

    public static Certificate Certificate(ModelNode node) =>
        new()
        {
            Role = node.Role,
            Csr = ByteString.CopyFrom(node.Csr),
            Certificate_ = ByteString.CopyFrom(node.Certificate),
            Cn = node.Id,
            Status = Issuance(node),
        };

    public static IssuanceStatus Issuance(ModelNode node) =>
        new() { State = node.Issuance, Err = node.IssuanceError };

    public static NodeFacts Facts(NodeDescription? description) =>
        new(
            description?.Hostname ?? "",
            description?.Platform?.Architecture ?? "",
            description?.Platform?.Os ?? "",
            description?.Resources?.NanoCpus ?? 0,
            description?.Resources?.MemoryBytes ?? 0,
            description?.Engine?.EngineVersion ?? "",
            description?.Engine?.Labels.ToDictionary() ?? [],
            [
                .. (description?.Engine?.Plugins ?? []).Select(plugin => new NodePlugin(
                    plugin.Type,
                    plugin.Name
                )),
            ]
        );

    public static Meta Meta(ulong version, DateTimeOffset created, DateTimeOffset updated) =>
        new()
        {
            Version = new ObjectVersion { Index = version },
            CreatedAt = Timestamp.FromDateTimeOffset(created),
            UpdatedAt = Timestamp.FromDateTimeOffset(updated),
        };

    private static NodeDescription Description(NodeFacts facts)
    {
        var engine = new EngineDescription { EngineVersion = facts.EngineVersion };
        engine.Labels.Add(facts.EngineLabels.ToDictionary());
        engine.Plugins.AddRange(
            facts.Plugins.Select(plugin => new PluginDescription
            {
                Type = plugin.Type,
                Name = plugin.Name,
            })
        );
        return new NodeDescription
        {
            Hostname = facts.Hostname,
            Platform = new Platform { Architecture = facts.Architecture, Os = facts.Os },
            Resources = new Resources
            {
                NanoCpus = facts.NanoCpus,
                MemoryBytes = facts.MemoryBytes,
            },
            Engine = engine,
        };
    }
}
