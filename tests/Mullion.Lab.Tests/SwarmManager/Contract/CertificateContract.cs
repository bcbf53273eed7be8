using Mullion.Swarm.Protocol;
using Mullion.Swarm.Worker.Joining;

namespace Mullion.Lab.Tests.SwarmManager.Contract;

/// <summary>How managers issue certificates.</summary>
public abstract class CertificateContract : WireCallTest
{
    [Fact]
    public async Task A_certificate_is_renewed_without_a_token_and_names_the_same_node()
    {
        var identity = await EnrollAsync();
        using var connection = As(identity);
        using var key = new NodeKey();

        var issued = await IssueAsync(connection, key.RequestPem, "");

        issued.NodeId.ShouldBe(identity.NodeId);
        var certificate = await Manager.BecomesAsync(
            () =>
                connection.CallAsync(
                    SwarmMethods.NodeCertificateStatus,
                    new NodeCertificateStatusRequest { NodeId = issued.NodeId },
                    NodeCertificateStatusResponse.Parser,
                    default
                ),
            answer => answer.Certificate.Csr.ToStringUtf8() == key.RequestPem,
            "the certificate being renewed"
        );
        certificate.Status.State.ShouldBe(IssuanceState.Issued);
        certificate.Certificate.Certificate_.ToStringUtf8().ShouldNotBe(identity.CertificatePem);
    }

    [Fact]
    public async Task A_request_that_is_none_fails_and_says_so()
    {
        using var connection = Anonymous();

        var issued = await IssueAsync(connection, "nonsense", await TokenAsync());

        var status = await connection.CallAsync(
            SwarmMethods.NodeCertificateStatus,
            new NodeCertificateStatusRequest { NodeId = issued.NodeId },
            NodeCertificateStatusResponse.Parser,
            default
        );
        await Engine.DeleteAsync($"/nodes/{issued.NodeId}?force=1");
        status.Status.State.ShouldBe(IssuanceState.Failed);
        status.Status.Err.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task No_request_and_no_node_are_refused()
    {
        using var connection = Anonymous();
        var token = await TokenAsync();

        (await RefusedAsync(() => IssueAsync(connection, "", token))).Code.ShouldBe(
            GrpcStatusCode.InvalidArgument
        );
        (
            await RefusedAsync(() =>
                connection.CallAsync(
                    SwarmMethods.NodeCertificateStatus,
                    new NodeCertificateStatusRequest { NodeId = "nobody" },
                    NodeCertificateStatusResponse.Parser,
                    default
                )
            )
        ).Code.ShouldBe(GrpcStatusCode.NotFound);
    }
}
