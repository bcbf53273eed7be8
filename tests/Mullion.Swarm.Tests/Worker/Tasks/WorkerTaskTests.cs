using Mullion.Swarm.Protocol;
using Mullion.Swarm.Worker.Tasks;

namespace Mullion.Swarm.Tests.Worker.Tasks;

public sealed class WorkerTaskTests
{
    [Theory]
    [InlineData(2, "", "web.2.t1")]
    [InlineData(0, "", "web.n1.t1")]
    [InlineData(2, "given", "given")]
    public void A_container_is_named_by_service_slot_or_node_and_task(
        ulong slot,
        string name,
        string expected
    )
    {
        var task = WorkerTask.From(
            new SwarmTask
            {
                Id = "t1",
                NodeId = "n1",
                ServiceId = "s1",
                Slot = slot,
                Annotations = new Annotations { Name = name },
                ServiceAnnotations = new Annotations { Name = "web" },
                Spec = new TaskSpec
                {
                    Container = new ContainerSpec { Image = "iis", Args = { "a" } },
                },
            }
        );

        task.Name.ShouldBe(expected);
        task.Image.ShouldBe("iis");
        task.Args.ShouldBe(["a"]);
        task.ServiceId.ShouldBe("s1");
    }
}
