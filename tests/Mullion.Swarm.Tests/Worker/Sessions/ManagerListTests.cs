using Mullion.Swarm.Worker;
using Mullion.Swarm.Worker.Sessions;

namespace Mullion.Swarm.Tests.Worker.Sessions;

public sealed class ManagerListTests
{
    [Fact]
    public void All_are_picked_equally_while_all_are_well() =>
        Picks(new[] { "a:1", "b:1" }, _ => { })
            .ShouldBe(new Dictionary<string, int> { ["a:1"] = 50, ["b:1"] = 50 });

    [Fact]
    public void One_that_failed_is_picked_rarely_and_recovers()
    {
        var failed = Picks(["a:1", "b:1"], list => list.Failed(ManagerAddress.Parse("a:1")));
        failed["a:1"].ShouldBeInRange(5, 15);

        var recovered = Picks(
            ["a:1", "b:1"],
            list =>
            {
                list.Failed(ManagerAddress.Parse("a:1"));
                list.Worked(ManagerAddress.Parse("a:1"));
            }
        );
        recovered["a:1"].ShouldBe(50);
    }

    [Fact]
    public void What_a_manager_tells_replaces_the_list()
    {
        var list = new ManagerList(["old:1"], () => 0);

        list.Update(["b:1", "a:1"]).ShouldBeTrue();
        list.Addresses.ShouldBe(["a:1", "b:1"]);
        list.Update(["a:1", "b:1"]).ShouldBeFalse();
    }

    [Fact]
    public void An_empty_list_is_not_believed()
    {
        var list = new ManagerList(["a:1"], () => 0);

        list.Update([]).ShouldBeFalse();
        list.Pick().ShouldBe(new ManagerAddress("a", 1));
    }

    private static Dictionary<string, int> Picks(string[] addresses, Action<ManagerList> before)
    {
        var step = 0;
        var list = new ManagerList(addresses, () => step++ / 100.0);
        before(list);
        return Enumerable
            .Range(0, 100)
            .GroupBy(_ => list.Pick().ToString())
            .ToDictionary(g => g.Key, g => g.Count());
    }
}
