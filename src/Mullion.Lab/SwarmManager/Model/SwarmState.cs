using System.Security.Cryptography;
using System.Text;
using Mullion.Swarm.Protocol;

namespace Mullion.Lab.SwarmManager.Model;

/// <summary>Everything a manager's store holds. Touched only under the model's lock.</summary>
internal sealed class SwarmState
{
    private byte lastIngress = 1;

    public SwarmState(SwarmModelOptions options, ClusterAuthority authority)
    {
        Options = options;
        Authority = authority;
        HeartbeatPeriod = options.HeartbeatPeriod;
        Ids = new IdSource(options.Seed);
        ClusterId = Ids.Next();
        IngressId = Ids.Next();
        CreatedAt = UpdatedAt = Now;
        WorkerToken = NewToken();
        ManagerToken = NewToken();
        ClusterVersion = NextVersion();
    }

    public SwarmModelOptions Options { get; }

    public ClusterAuthority Authority { get; }

    public IdSource Ids { get; }

    public string ClusterId { get; }

    public string ClusterAddress { get; set; } = "";

    public string IngressId { get; }

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset UpdatedAt { get; set; }

    public TimeSpan HeartbeatPeriod { get; set; }

    public ulong ClusterVersion { get; set; }

    public string WorkerToken { get; set; }

    public string ManagerToken { get; set; }

    /// <summary>In the order of their joining, which is what makes scheduling repeatable.</summary>
    public List<ModelNode> Nodes { get; } = [];

    /// <summary>Nodes that were deleted: their certificates are refused for ever.</summary>
    public HashSet<string> Removed { get; } = [];

    public List<ModelService> Services { get; } = [];

    public List<ModelTask> Tasks { get; } = [];

    /// <summary>Raised with every change of any object, as the store's index is.</summary>
    public ulong Version { get; private set; }

    public DateTimeOffset Now => Options.Clock.GetUtcNow();

    public ulong NextVersion() => ++Version;

    public ModelNode? FindNode(string id) => Nodes.Find(node => node.Id == id);

    public ModelNode AddNode(string id, NodeRole role, NodeAvailability availability)
    {
        var node = new ModelNode
        {
            Id = id,
            Role = role,
            Availability = availability,
            CreatedAt = Now,
            IngressAddress = NextIngressAddress(),
        };
        Nodes.Add(node);
        Touch(node);
        return node;
    }

    public void Touch(ModelNode node)
    {
        node.Version = NextVersion();
        node.UpdatedAt = Now;
    }

    public void Touch(ModelService service)
    {
        service.Version = NextVersion();
        service.UpdatedAt = Now;
    }

    public void Touch(ModelTask task)
    {
        task.Version = NextVersion();
        task.UpdatedAt = Now;
    }

    /// <summary>Sets what a task is, as opposed to what it should be.</summary>
    public void Observe(ModelTask task, TaskState state, string message, string error = "")
    {
        task.State = state;
        task.Message = message;
        task.Error = error;
        task.StateAt = Now;
        Touch(task);
    }

    public void Want(ModelTask task, TaskState desired)
    {
        if (task.Desired != desired)
        {
            task.Desired = desired;
            Touch(task);
        }
    }

    public string NewToken()
    {
        var digest = SHA256.HashData(Encoding.ASCII.GetBytes(Authority.RootPem));
        return $"SWMTKN-1-{Base36.Encode(digest, 50)}-{Base36.Encode(Ids.Bytes(16), 25)}";
    }

    /// <summary>The next address of the ingress network, with its mask; it wraps, for nothing is routed here.</summary>
    public string NextIngressAddress()
    {
        lastIngress = lastIngress == 254 ? (byte)2 : (byte)(lastIngress + 1);
        return $"10.0.0.{lastIngress}/24";
    }
}
