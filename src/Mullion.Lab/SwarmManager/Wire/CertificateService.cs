using Google.Protobuf;
using Mullion.Lab.SwarmManager.Model;
using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Wire;

/// <summary>Services CA and NodeCA: the root, and certificates for nodes.</summary>
internal sealed class CertificateService(SwarmModel model)
{
    public async Task RootAsync(GrpcCall call)
    {
        await call.ReadAsync(GetRootCaCertificateRequest.Parser);
        await call.WriteAsync(
            new GetRootCaCertificateResponse
            {
                Certificate = ByteString.CopyFromUtf8(model.RootPem),
            },
            call.Aborted
        );
    }

    /// <summary>For a token a new node; for a node's certificate its next one, whatever the token says.</summary>
    public async Task IssueAsync(GrpcCall call)
    {
        var request = await call.ReadAsync(IssueNodeCertificateRequest.Parser);
        if (request.Csr.IsEmpty)
        {
            throw new SwarmRefusal(
                GrpcStatusCode.InvalidArgument,
                nameof(GrpcStatusCode.InvalidArgument)
            );
        }

        var id = model.Do(_ =>
        {
            var node =
                call.Peer is { } peer && peer.ClusterId == model.ClusterId
                    ? model.Nodes.Require(peer.NodeId)
                    : model.Nodes.Enroll(request.Token, request.Availability);
            model.Nodes.Sign(node, request.Csr.ToByteArray());
            return node.Id;
        });
        await call.WriteAsync(
            new IssueNodeCertificateResponse
            {
                NodeId = id,
                NodeMembership = NodeMembership.Accepted,
            },
            call.Aborted
        );
    }

    /// <summary>Never has to wait: certificates are signed when they are asked for.</summary>
    public async Task StatusAsync(GrpcCall call)
    {
        var request = await call.ReadAsync(NodeCertificateStatusRequest.Parser);
        var response = model.Do(state =>
            state.FindNode(request.NodeId) is { } node
                ? new NodeCertificateStatusResponse
                {
                    Status = NodeMessages.Issuance(node),
                    Certificate = NodeMessages.Certificate(node),
                }
                : throw new SwarmRefusal(GrpcStatusCode.NotFound, nameof(GrpcStatusCode.NotFound))
        );
        await call.WriteAsync(response, call.Aborted);
    }
}
