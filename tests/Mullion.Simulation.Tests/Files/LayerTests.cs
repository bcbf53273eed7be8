using Mullion.Core.Hosts;
using Mullion.Simulation.Engine;
using Mullion.Simulation.Faults;
using Mullion.Simulation.Templates;

namespace Mullion.Simulation.Tests.Files;

public class LayerTests
{
    private const string Data = @"C:\ProgramData\docker";
    private const string Layers = Data + @"\windowsfilter";
    private readonly SimulatedHost _host = Hosts.WithEngine();

    public LayerTests() => _host.Engine.PutImage("corp.example/base:1");

    private string Layer => _host.Files.List(Layers).Single().Path;

    [Fact]
    public async Task A_layer_cannot_be_deleted_as_a_plain_folder_nor_what_is_above_it()
    {
        await Story.StopAsync(_host, "docker");
        var file = _host.Files.Walk(Layer).First(f => f.Path.EndsWith("ntdll.dll")).Path;

        foreach (
            var refused in new Action[]
            {
                () => _host.Files.Delete(file),
                () => _host.Files.Write(file, Hosts.Bytes("x")),
                () => _host.Files.Append(file, [1]),
                () => _host.Files.Move(file, @"C:\a"),
                () => _host.Files.Move(Data + @"\engine-id", file),
                () => _host.Files.DeleteTree(Layer),
                () => _host.Files.DeleteTree(Layers),
                () => _host.Files.DeleteTree(Data),
            }
        )
        {
            Hosts.Fails(refused).Code.ShouldBe(WindowsError.AccessDenied);
        }

        _host.Files.Find(file).ShouldNotBeNull();
    }

    [Fact]
    public async Task It_is_destroyed_and_the_rest_is_plain_folders()
    {
        await Story.StopAsync(_host, "docker");
        var layer = Layer;

        _host.Files.DestroyLayer(layer);

        _host.Files.List(Layers).ShouldBeEmpty();
        Hosts.Fails(() => _host.Files.DestroyLayer(layer)).Code.ShouldBe(WindowsError.PathNotFound);
        _host.Files.DeleteTree(Data);
        _host.Files.Find(Data).ShouldBeNull();
    }

    [Fact]
    public void It_is_in_use_while_the_engine_has_a_process() =>
        Hosts
            .Fails(() => _host.Files.DestroyLayer(Layer))
            .Code.ShouldBe(WindowsError.SharingViolation);

    [Fact]
    public async Task The_libraries_for_it_come_with_the_Containers_feature()
    {
        await Story.StopAsync(_host, "docker");
        await _host.Features.DisableAsync("Containers", default);
        _host.System.Reboot("Containers");
        _host.Boot();

        Hosts
            .Fails(() => _host.Files.DestroyLayer(Layer))
            .Code.ShouldBe(WindowsError.ModuleNotFound);
    }

    [Fact]
    public async Task Without_administrator_rights_it_is_denied()
    {
        await Story.StopAsync(_host, "docker");
        _host.State.Machine = _host.State.Machine with { Elevated = false };

        Hosts.Fails(() => _host.Files.DestroyLayer(Layer)).Code.ShouldBe(WindowsError.AccessDenied);
    }

    [Fact]
    public async Task A_power_cut_in_the_middle_leaves_half_a_layer_which_can_be_destroyed()
    {
        await Story.StopAsync(_host, "docker");
        var layer = Layer;
        var whole = _host.Store.Tree(layer).Count();
        var left = new HashSet<int>();
        for (var seed = 0; seed < 20; seed++)
        {
            var host = _host.Clone();
            host.Faults = new FaultPlan(
                new Fault(FaultKind.PowerCutWithin)
                {
                    Operation = "files.destroyLayer",
                    Seed = seed,
                }
            );
            Should.Throw<HostLostException>(() => host.Files.DestroyLayer(layer));
            host.Faults = new FaultPlan();
            left.Add(host.Store.Tree(layer).Count());
            host.Boot();
            await host.QuietAsync();
            await Story.StopAsync(host, "docker");

            host.Files.DestroyLayer(layer);

            host.Files.Find(layer).ShouldBeNull();
        }

        left.ShouldContain(whole);
        left.Count(n => n > 0 && n < whole).ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task An_image_stays_when_its_container_goes()
    {
        _host.Engine.Put(new SimulatedContainer("77", "new", "corp.example/app:1"));
        _host.Files.List(Layers).Count.ShouldBe(3);

        await _host.Engine.RemoveContainerAsync("77", default);

        _host.Files.List(Layers).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Without_the_quirk_layers_are_plain_folders()
    {
        var host = SimulatedHost.Create(HostTemplates.WithEngine(20348).Without("layers-need-hcs"));
        await Story.StopAsync(host, "docker");

        host.Files.DeleteTree(Data);
    }
}
