using System.Text.Json.Nodes;

namespace Mullion.Lab.Tests.SwarmManager.Contract;

/// <summary>What the Engine API answers: headers, fields, versions.</summary>
public abstract class EngineShapeContract : ContractTest
{
    private const string Spec =
        """{"Name":"NAME","TaskTemplate":{"ContainerSpec":{"Image":"a:1"}}}""";

    [Fact]
    public async Task Every_answer_of_a_known_path_carries_the_version_of_the_API()
    {
        foreach (var path in new[] { "/_ping", "/version", "/v1.24/nodes", "/nodes/nope" })
        {
            using var answer = await Engine.RawAsync(path);
            answer.Headers.GetValues("Api-Version").Single().ShouldStartWith("1.");
            answer.Headers.GetValues("Ostype").Single().ShouldBe("linux");
        }

        using var nothing = await Engine.RawAsync("/nothing");
        nothing.Headers.Contains("Api-Version").ShouldBeFalse();
        (await (await Engine.RawAsync("/_ping")).Content.ReadAsStringAsync()).ShouldBe("OK");
    }

    [Fact]
    public async Task A_name_is_given_once()
    {
        await CreateServiceAsync(0);

        var (status, answer) = await Engine.PostAsync(
            "/services/create",
            Spec.Replace("NAME", Name, StringComparison.Ordinal)
        );

        ((int)status).ShouldBe(409);
        ((string)answer!["message"]!).ShouldBe(
            $"rpc error: code = AlreadyExists desc = name conflicts with an existing object: service {Name} already exists"
        );
    }

    [Fact]
    public async Task A_service_is_changed_at_its_version_only()
    {
        await CreateServiceAsync(0, "node.hostname==nobody");
        var service = await Engine.ReadAsync($"/services/{Name}");
        var spec = service["Spec"]!.DeepClone();
        spec["Mode"]!["Replicated"]!["Replicas"] = 3;
        var path = $"/services/{Name}/update?version={service["Version"]!["Index"]}";

        var (status, answer) = await Engine.PostAsync(path, spec.ToJsonString());
        ((int)status).ShouldBe(200);
        answer!.AsObject().ContainsKey("Warnings").ShouldBeTrue();
        var after = await Engine.ReadAsync($"/services/{Name}");
        ((int)after["Spec"]!["Mode"]!["Replicated"]!["Replicas"]!).ShouldBe(3);
        ((int)after["PreviousSpec"]!["Mode"]!["Replicated"]!["Replicas"]!).ShouldBe(0);

        var (again, refused) = await Engine.PostAsync(path, spec.ToJsonString());
        ((int)again).ShouldBe(500);
        ((string)refused!["message"]!).ShouldContain("update out of sequence");

        spec["Mode"]!["Replicated"]!["Replicas"] = 1;
        await Engine.PostAsync(
            $"/services/{Name}/update?version={after["Version"]!["Index"]}",
            spec.ToJsonString()
        );
        await TasksBecomeAsync(all => all.Count == 1, "one task being left");
    }

    /// <summary>Paths that a client may count on. A star stands for any key.</summary>
    [Theory]
    [InlineData("/version", "Platform.Name Version ApiVersion MinAPIVersion Os Arch Components")]
    [InlineData(
        "/info",
        "ID Name ServerVersion OSType Architecture NCPU MemTotal OperatingSystem Plugins.Network Plugins.Log Plugins.Volume Warnings Swarm.NodeID Swarm.NodeAddr Swarm.LocalNodeState Swarm.ControlAvailable Swarm.Error Swarm.RemoteManagers Swarm.Nodes Swarm.Managers Swarm.Cluster.ID Swarm.Cluster.Version.Index Swarm.Cluster.TLSInfo.TrustRoot Swarm.Cluster.RootRotationInProgress"
    )]
    [InlineData(
        "/swarm",
        "ID Version.Index CreatedAt UpdatedAt Spec.Name Spec.Labels Spec.Orchestration.TaskHistoryRetentionLimit Spec.Raft.ElectionTick Spec.Dispatcher.HeartbeatPeriod Spec.CAConfig.NodeCertExpiry Spec.TaskDefaults Spec.EncryptionConfig.AutoLockManagers TLSInfo.TrustRoot TLSInfo.CertIssuerSubject TLSInfo.CertIssuerPublicKey RootRotationInProgress SubnetSize DataPathPort JoinTokens.Worker JoinTokens.Manager"
    )]
    [InlineData(
        "/nodes/SELF",
        "ID Version.Index CreatedAt UpdatedAt Spec.Labels Spec.Role Spec.Availability Description.Hostname Description.Platform.OS Description.Platform.Architecture Description.Resources.NanoCPUs Description.Resources.MemoryBytes Description.Engine.EngineVersion Description.Engine.Plugins Description.TLSInfo.TrustRoot Status.State Status.Addr ManagerStatus.Leader ManagerStatus.Reachability ManagerStatus.Addr"
    )]
    [InlineData(
        "/services/NAME",
        "ID Version.Index CreatedAt UpdatedAt Spec.Name Spec.Labels Spec.TaskTemplate.ContainerSpec.Image Spec.TaskTemplate.ContainerSpec.Isolation Spec.TaskTemplate.ForceUpdate Spec.TaskTemplate.Runtime Spec.Mode.Replicated.Replicas Endpoint.Spec"
    )]
    [InlineData(
        "/tasks",
        "0.ID 0.Version.Index 0.CreatedAt 0.UpdatedAt 0.Labels 0.Spec.ContainerSpec.Image 0.Spec.Placement.Constraints 0.Spec.ForceUpdate 0.ServiceID 0.Slot 0.Status.Timestamp 0.Status.State 0.Status.Message 0.Status.Err 0.Status.PortStatus 0.DesiredState"
    )]
    [InlineData(
        "/networks/ingress",
        "Name Id Created Scope Driver IPAM.Driver IPAM.Config Ingress Attachable Internal Options"
    )]
    public async Task It_has_the_fields_that_clients_read(string path, string fields)
    {
        await CreateServiceAsync(1, "node.hostname==nobody");
        await TasksBecomeAsync(
            all => all is [var task] && task["Status"]!["Err"] is not null,
            "the task being told that no node suits"
        );
        var self = (string)(await Engine.ReadAsync("/info"))["Swarm"]!["NodeID"]!;

        var body =
            path == "/tasks"
                ? await Engine.TasksAsync(Name)
                : await Engine.ReadAsync(
                    path.Replace("SELF", self, StringComparison.Ordinal)
                        .Replace("NAME", Name, StringComparison.Ordinal)
                );

        foreach (var field in fields.Split(' '))
        {
            Has(body, field.Split('.'))
                .ShouldBeTrue($"{path} has no {field}: {body.ToJsonString()}");
        }
    }

    [Fact]
    public async Task A_task_that_no_node_suits_says_how_many_nodes_why()
    {
        await CreateServiceAsync(1, "node.hostname==nobody");

        var tasks = await TasksBecomeAsync(
            all => all is [var task] && task["Status"]!["Err"] is not null,
            "the task being told that no node suits"
        );

        var error = (string)tasks[0]!["Status"]!["Err"]!;
        error.ShouldMatch(
            @"^no suitable node \(.*scheduling constraints not satisfied on \d+ nodes?.*\)$"
        );
    }

    private static bool Has(JsonNode? node, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
        {
            return true;
        }

        return node switch
        {
            JsonArray array => array.Count > 0 && Has(array[int.Parse(path[0])], path[1..]),
            JsonObject map => map.ContainsKey(path[0]) && Has(map[path[0]], path[1..]),
            _ => false,
        };
    }
}
