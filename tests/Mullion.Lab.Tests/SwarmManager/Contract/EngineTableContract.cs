namespace Mullion.Lab.Tests.SwarmManager.Contract;

/// <summary>The Engine API's refusals, request by request.</summary>
public abstract class EngineTableContract : ContractTest
{
    [Theory]
    [InlineData("GET", "/nothing", 404, "^page not found$")]
    [InlineData("POST", "/info", 404, "^page not found$")]
    [InlineData(
        "GET",
        "/v1.99/info",
        400,
        "^client version 1.99 is too new. Maximum supported API version is 1."
    )]
    [InlineData("GET", "/nodes/nope", 404, "^node nope not found$")]
    [InlineData("DELETE", "/nodes/nope", 404, "^node nope not found$")]
    [InlineData(
        "DELETE",
        "/nodes/SELF?force=1",
        400,
        "is a cluster manager and is a member of the raft cluster. It must be demoted to worker before removal$"
    )]
    [InlineData(
        "POST",
        "/nodes/SELF/update",
        400,
        "^invalid node version '': strconv.ParseUint: parsing \"\": invalid syntax$",
        "{}"
    )]
    [InlineData(
        "POST",
        "/nodes/SELF/update?version=x",
        400,
        "^invalid node version 'x': strconv.ParseUint: parsing \"x\": invalid syntax$",
        "{}"
    )]
    [InlineData(
        "POST",
        "/nodes/SELF/update?version=1",
        500,
        "update out of sequence$",
        """{"Role":"manager","Availability":"active"}"""
    )]
    [InlineData(
        "POST",
        "/nodes/SELF/update?version=VERSION",
        400,
        "^invalid Availability: \"bogus\"$",
        """{"Role":"manager","Availability":"bogus"}"""
    )]
    [InlineData(
        "POST",
        "/nodes/SELF/update?version=VERSION",
        400,
        "^invalid Role: \"bogus\"$",
        """{"Role":"bogus","Availability":"active"}"""
    )]
    [InlineData(
        "POST",
        "/nodes/SELF/update?version=VERSION",
        400,
        "attempting to demote the last manager of the swarm$",
        """{"Role":"worker","Availability":"active"}"""
    )]
    [InlineData("POST", "/nodes/SELF/update?version=VERSION", 400, "invalid", "{bad")]
    [InlineData("GET", "/nodes?filters={\"bogus\":[\"x\"]}", 400, "^Invalid filter 'bogus'$")]
    [InlineData("GET", "/services/nope", 404, "^service nope not found$")]
    [InlineData("DELETE", "/services/nope", 404, "^service nope not found$")]
    [InlineData(
        "POST",
        "/services/create",
        400,
        "image reference must be provided$",
        """{"Name":"x","TaskTemplate":{"ContainerSpec":{}}}"""
    )]
    [InlineData(
        "POST",
        "/services/create",
        400,
        "name must be valid as a DNS name component$",
        """{"Name":"-x-","TaskTemplate":{"ContainerSpec":{"Image":"a:1"}}}"""
    )]
    [InlineData(
        "POST",
        "/services/create",
        500,
        "constraint expected one operator from ==, !=$",
        """{"Name":"x","TaskTemplate":{"ContainerSpec":{"Image":"a:1"},"Placement":{"Constraints":["node.role=x"]}}}"""
    )]
    [InlineData(
        "POST",
        "/services/create",
        400,
        "^must specify only one service mode$",
        """{"Name":"x","TaskTemplate":{"ContainerSpec":{"Image":"a:1"}},"Mode":{"Replicated":{},"Global":{}}}"""
    )]
    [InlineData(
        "POST",
        "/services/create",
        400,
        "secret not found: n$",
        """{"Name":"x","TaskTemplate":{"ContainerSpec":{"Image":"a:1","Secrets":[{"SecretID":"abc","SecretName":"n","File":{"Name":"f","UID":"0","GID":"0","Mode":292}}]}}}"""
    )]
    [InlineData(
        "POST",
        "/services/create",
        400,
        "port published with ingress mode can't be used with dnsrr mode$",
        """{"Name":"x","TaskTemplate":{"ContainerSpec":{"Image":"a:1"}},"EndpointSpec":{"Mode":"dnsrr","Ports":[{"TargetPort":80,"PublishedPort":8080}]}}"""
    )]
    [InlineData(
        "POST",
        "/services/create",
        500,
        "^network nope not found$",
        """{"Name":"x","TaskTemplate":{"ContainerSpec":{"Image":"a:1"}},"Networks":[{"Target":"nope"}]}"""
    )]
    [InlineData(
        "POST",
        "/services/create",
        400,
        "^json: cannot unmarshal number -1 into Go struct field ReplicatedService.Mode.Replicated.Replicas of type uint64$",
        """{"Name":"x","TaskTemplate":{"ContainerSpec":{"Image":"a:1"}},"Mode":{"Replicated":{"Replicas":-1}}}"""
    )]
    [InlineData(
        "POST",
        "/services/create",
        400,
        "^json: cannot unmarshal string into Go struct field ReplicatedService.Mode.Replicated.Replicas of type uint64$",
        """{"Name":"x","TaskTemplate":{"ContainerSpec":{"Image":"a:1"}},"Mode":{"Replicated":{"Replicas":"2"}}}"""
    )]
    [InlineData(
        "POST",
        "/services/create",
        400,
        "^rpc error: code = InvalidArgument desc = ContainerSpec: \"UPPER/x\" is not a valid repository/tag$",
        """{"Name":"x","TaskTemplate":{"ContainerSpec":{"Image":"UPPER/x"}}}"""
    )]
    [InlineData(
        "POST",
        "/services/create",
        400,
        "ContainerSpec: \"a:\" is not a valid repository/tag$",
        """{"Name":"x","TaskTemplate":{"ContainerSpec":{"Image":"a:"}}}"""
    )]
    [InlineData(
        "POST",
        "/services/create",
        400,
        "^invalid RestartCondition: \"always\"$",
        """{"Name":"x","TaskTemplate":{"ContainerSpec":{"Image":"a:1"},"RestartPolicy":{"Condition":"always"}}}"""
    )]
    [InlineData(
        "POST",
        "/services/create",
        400,
        "TaskSpec: restart-delay cannot be negative$",
        """{"Name":"x","TaskTemplate":{"ContainerSpec":{"Image":"a:1"},"RestartPolicy":{"Condition":"any","Delay":-1}}}"""
    )]
    [InlineData(
        "POST",
        "/services/create",
        400,
        "^json: cannot unmarshal number -1 into Go struct field RestartPolicy.TaskTemplate.RestartPolicy.MaxAttempts of type uint64$",
        """{"Name":"x","TaskTemplate":{"ContainerSpec":{"Image":"a:1"},"RestartPolicy":{"Condition":"any","MaxAttempts":-1}}}"""
    )]
    [InlineData(
        "POST",
        "/services/create",
        400,
        "^json: cannot unmarshal number -1 into Go struct field Placement.TaskTemplate.Placement.MaxReplicas of type uint64$",
        """{"Name":"x","TaskTemplate":{"ContainerSpec":{"Image":"a:1"},"Placement":{"MaxReplicas":-1}}}"""
    )]
    [InlineData(
        "POST",
        "/services/create",
        400,
        "Service cannot be explicitly attached to the ingress network \"ingress\"$",
        """{"Name":"x","TaskTemplate":{"ContainerSpec":{"Image":"a:1"},"Networks":[{"Target":"ingress"}]}}"""
    )]
    [InlineData(
        "POST",
        "/services/create",
        400,
        "^rpc error: code = InvalidArgument desc = invalid memory value 1: Must be at least 4MiB$",
        """{"Name":"x","TaskTemplate":{"ContainerSpec":{"Image":"a:1"},"Resources":{"Limits":{"MemoryBytes":1}}}}"""
    )]
    [InlineData(
        "POST",
        "/services/create",
        400,
        "invalid memory value 1: Must be at least 4MiB$",
        """{"Name":"x","TaskTemplate":{"ContainerSpec":{"Image":"a:1"},"Resources":{"Reservations":{"MemoryBytes":1}}}}"""
    )]
    [InlineData(
        "POST",
        "/services/create",
        400,
        "invalid cpu value 1e-09: Must be at least 0.001$",
        """{"Name":"x","TaskTemplate":{"ContainerSpec":{"Image":"a:1"},"Resources":{"Limits":{"NanoCPUs":1}}}}"""
    )]
    [InlineData(
        "POST",
        "/services/create",
        400,
        "EndpointSpec: duplicate published ports provided$",
        """{"Name":"x","TaskTemplate":{"ContainerSpec":{"Image":"a:1"}},"EndpointSpec":{"Ports":[{"TargetPort":80,"PublishedPort":8080},{"TargetPort":81,"PublishedPort":8080}]}}"""
    )]
    [InlineData(
        "POST",
        "/services/create",
        400,
        "^json: cannot unmarshal number -1 into Go struct field PortConfig.EndpointSpec.Ports.TargetPort of type uint32$",
        """{"Name":"x","TaskTemplate":{"ContainerSpec":{"Image":"a:1"}},"EndpointSpec":{"Ports":[{"TargetPort":-1,"PublishedPort":80}]}}"""
    )]
    [InlineData(
        "POST",
        "/services/create",
        400,
        "^invalid resolution mode: \"bogus\"$",
        """{"Name":"x","TaskTemplate":{"ContainerSpec":{"Image":"a:1"}},"EndpointSpec":{"Mode":"bogus"}}"""
    )]
    [InlineData(
        "POST",
        "/services/create",
        400,
        "name must be valid as a DNS name component$",
        """{"Name":"x","Name":"-y-","TaskTemplate":{"ContainerSpec":{"Image":"a:1"}}}"""
    )]
    [InlineData("GET", "/tasks/nope", 404, "^task nope not found$")]
    [InlineData("GET", "/tasks?filters={\"bogus\":[\"x\"]}", 400, "^Invalid filter 'bogus'$")]
    [InlineData("GET", "/tasks?filters={\"service\":[\"nope\"]}", 404, "^service nope not found$")]
    [InlineData("GET", "/tasks?filters={\"node\":[\"nope\"]}", 404, "^node nope not found$")]
    [InlineData(
        "GET",
        "/tasks?filters={\"desired-state\":[\"bogus\"]}",
        500,
        "^Invalid desired-state filter: 'bogus'$"
    )]
    [InlineData(
        "GET",
        "/tasks?filters=oops",
        500,
        "^invalid character 'o' looking for beginning of value$"
    )]
    [InlineData("GET", "/networks/nope", 404, "^network nope not found$")]
    [InlineData(
        "POST",
        "/swarm/update?rotateWorkerToken=true",
        400,
        "^invalid swarm version '': strconv.ParseUint: parsing \"\": invalid syntax$",
        "{}"
    )]
    [InlineData("POST", "/swarm/init", 503, "^This node is already part of a swarm.", "{}")]
    [InlineData("POST", "/swarm/join", 503, "^This node is already part of a swarm.", "{}")]
    [InlineData(
        "POST",
        "/swarm/leave",
        503,
        "^You are attempting to leave the swarm on a node that is participating as a manager."
    )]
    public async Task It_refuses_in_dockerds_words(
        string method,
        string path,
        int status,
        string message,
        string? body = null
    )
    {
        var self = (string)(await Engine.ReadAsync("/info"))["Swarm"]!["NodeID"]!;
        var version = (await Engine.ReadAsync($"/nodes/{self}"))["Version"]!["Index"]!;
        var at = path.Replace("SELF", self, StringComparison.Ordinal)
            .Replace("VERSION", version.ToJsonString(), StringComparison.Ordinal);

        var (got, answer) = await Engine.SendAsync(new HttpMethod(method), at, body);

        var text = (string?)answer?["message"] ?? "";
        ((int)got).ShouldBe(status, text);
        text.ShouldMatch(message);
    }
}
