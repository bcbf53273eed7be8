using System.Net;
using System.Text.Json.Nodes;
using Mullion.Core.Secrets;
using Mullion.Kubernetes.Connections;

namespace Mullion.Kubernetes.Tests.Captured;

/// <summary>Every captured refusal becomes an exception that says what the server said.</summary>
public sealed class RefusalTests
{
    public static TheoryData<string> Refused =>
        [.. Capture.Names.Where(n => Capture.Load(n).Status >= HttpStatusCode.BadRequest)];

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_refusal_keeps_status_reason_message_and_causes(string name)
    {
        var capture = Capture.Load(name);
        using var response = capture.Response();
        var request = new ApiRequest(new HttpMethod(capture.Method), capture.Path);

        var error = KubernetesRefusal.Of(
            CapturedServer.Configuration.Server,
            request,
            response,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            text => text,
            RetryAfter.Of(response, TimeProvider.System)
        );

        Check(error, capture);
    }

    [Fact]
    public void There_are_refusals_of_every_sort() =>
        Capture
            .Names.Select(n => (int)Capture.Load(n).Status)
            .Where(s => s >= 400)
            .Distinct()
            .Order()
            .ShouldBe([400, 401, 403, 404, 405, 406, 409, 410, 415, 422, 429, 500, 504]);

    [Theory]
    [InlineData("105", "log on again")]
    [InlineData("207", "auth can-i")]
    [InlineData("021", "check the address of the cluster and its version")]
    [InlineData("450", "run the command again")]
    [InlineData("547", "reads the state anew")]
    [InlineData("711", "pods of that budget")]
    [InlineData("713", "only one matches the pod")]
    [InlineData("517", "readyz")]
    public void A_refusal_says_what_to_do_where_that_is_known(string number, string fix) =>
        Read(number).Fix.ShouldNotBeNull().ShouldContain(fix, Case.Insensitive);

    [Theory]
    [InlineData("206")] // there is no such object
    [InlineData("304")] // there is one already
    [InlineData("455")] // the message names the fields
    public void A_refusal_gives_no_advice_that_does_not_help(string number) =>
        Read(number).Fix.ShouldBeNull();

    [Fact]
    public void The_budget_that_forbids_an_eviction_is_named_in_the_message()
    {
        var error = Read("714");

        error.Message.ShouldBe(
            "The Kubernetes API at https://api.example:6443/ refused POST /api/v1/namespaces/default/pods/p6/eviction (429): "
                + "Cannot evict pod as it would violate the pod's disruption budget. "
                + "The disruption budget stale-pdb is still being processed by the server."
        );
        error.RetryAfter.ShouldBe(TimeSpan.FromSeconds(10));
    }

    internal static void Check(KubernetesException error, Capture capture)
    {
        var (status, body) = (capture.ResponseBody, capture.ResponseBody as JsonObject);
        error.Status.ShouldBe(capture.Status);
        error.ServerMessage.ShouldBe(
            Redaction.Redact(
                body?["message"]?.GetValue<string>() ?? status!.GetValue<string>().Trim()
            )
        );
        error.Reason.ShouldBe(body?["reason"]?.GetValue<string>());
        error.ObjectName.ShouldBe(body?["details"]?["name"]?.GetValue<string>());
        error
            .Causes.Select(c => (c.Field, c.Reason, c.Message))
            .ShouldBe(
                (body?["details"]?["causes"]?.AsArray() ?? []).Select(c =>
                    (
                        c!["field"]?.GetValue<string>(),
                        c["reason"]?.GetValue<string>(),
                        c["message"]?.GetValue<string>() is { } m ? Redaction.Redact(m) : null
                    )
                )
            );
    }

    private static KubernetesException Read(string number)
    {
        var capture = Capture.Load(number);
        using var response = capture.Response();
        return KubernetesRefusal.Of(
            CapturedServer.Configuration.Server,
            new ApiRequest(new HttpMethod(capture.Method), capture.Path),
            response,
            capture.ResponseBody is JsonObject json
                ? json.ToJsonString()
                : capture.ResponseBody!.GetValue<string>(),
            text => text,
            RetryAfter.Of(response, TimeProvider.System)
        );
    }
}
