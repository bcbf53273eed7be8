using System.Reflection;
using System.Text.Json.Serialization;
using Mullion.Core.Blueprints;
using Mullion.Core.Hosts;
using Mullion.Core.Resources;
using Mullion.Core.Resources.ClusterNodes;
using Mullion.Core.Scripts;
using Mullion.Core.Specs;
using Mullion.Core.Tests.Convergence;
using Mullion.Testing;

namespace Mullion.Core.Tests.Scripts;

public sealed class NodeScriptTests
{
    private static readonly ClusterSide Side = new(null!, null!);

    private static readonly EngineFacts Somebodys = new("", Running: true, null, Installed: null);

    public static TheoryData<string> Cases => [.. Scripts.Keys];

    private static Dictionary<string, NodeScript> Scripts { get; } =
        new()
        {
            ["fresh-engine"] = NodeScript.Join(Fresh, Side, simulated: false),
            ["adopted-engine"] = NodeScript.Join(Adopted, Side, simulated: false),
            ["generated-certificate"] = NodeScript.Join(Generated, Side, simulated: false),
            ["programs"] = NodeScript.Join(Programs, Side, simulated: false),
            ["remove"] = NodeScript.Remove(Fresh, Side, simulated: false),
            ["remove-programs"] = NodeScript.Remove(Programs, Side, simulated: false),
            ["simulated-carried-package"] = NodeScript.Join(Carried, Side, simulated: true),
        };

    private static Blueprint Fresh => Of(Bed.Specs.Secured(Samples.Spec()), null);

    private static Blueprint Adopted => Of(Bed.Specs.Secured(Samples.Spec()), Somebodys);

    private static Blueprint Generated
    {
        get
        {
            var spec = Bed.Specs.Generated(Samples.Spec());
            return Of(spec with { Engine = spec.Engine! with { Install = null } }, Somebodys);
        }
    }

    /// <summary>One package of each way to pack, one of them carried over.</summary>
    private static Blueprint Programs =>
        new(
            "shop",
            "win-1",
            "sha256:0",
            [.. SimulatedPackages.All.Select(p => p.Resource), .. HostFileTests.Wanted()]
        );

    private static Blueprint Carried
    {
        get
        {
            var spec = Samples.Spec(n =>
                n with
                {
                    Interface = new InterfaceSpec { Name = "O'Neill" },
                    DataPathAddress = "10.0.1.21",
                    Availability = NodeAvailability.Drain,
                    Labels = new Dictionary<string, string>
                    {
                        ["it's"] = "a\n'; Remove-Item C:\\ #",
                    },
                }
            );
            return Of(
                spec with
                {
                    Engine = Bed.Specs.From(spec, p => p with { Url = null }),
                },
                null
            );
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reads_like_this(string name) => Snapshot.Match(Scripts[name].Text, name);

    [Fact]
    public void Every_resource_stands_in_the_script_with_its_reason()
    {
        foreach (var blueprint in new[] { Fresh, Adopted, Carried })
        {
            var script = NodeScript.Join(blueprint, Side, simulated: false);

            script
                .Sections.Select(s => s.Resource.Id)
                .ShouldBe(blueprint.Resources.Select(r => r.Id), ignoreOrder: true);
            script.Sections.ShouldAllBe(s => s.Why.Length > 20 && s.Body.Text.Length > 0);
            script.Sections.ShouldAllBe(s => script.Text.Contains(s.Text.Text));
        }
    }

    [Fact]
    public void Every_kind_that_there_is_is_rendered()
    {
        var kinds = typeof(Resource)
            .GetCustomAttributes<JsonDerivedTypeAttribute>()
            .Select(a => a.DerivedType.Name);

        new[] { Fresh, Adopted, Programs }
            .SelectMany(b => NodeScript.Join(b, Side, simulated: false).Sections)
            .Select(s => s.Resource.GetType().Name)
            .Distinct()
            .ShouldBe(kinds, ignoreOrder: true);
    }

    [Fact]
    public void The_order_is_that_of_the_edges_and_backwards_for_removal()
    {
        var join = NodeScript.Join(Fresh, Side, simulated: false).Sections;
        var remove = NodeScript.Remove(Fresh, Side, simulated: false).Sections;

        foreach (var resource in Fresh.Resources)
        {
            foreach (var needed in resource.After)
            {
                Place(join, needed).ShouldBeLessThan(Place(join, resource.Id));
                if (Place(remove, needed) >= 0)
                {
                    Place(remove, resource.Id).ShouldBeLessThan(Place(remove, needed));
                }
            }
        }
    }

    [Fact]
    public void The_token_is_a_parameter_and_never_in_it() =>
        Scripts
            .Values.Select(s => s.Text)
            .ShouldAllBe(t => !t.Contains("SWMTKN") && !t.Contains("canary"));

    private static int Place(IReadOnlyList<ScriptSection> sections, string id) =>
        sections.ToList().FindIndex(s => s.Resource.Id == id);

    private static Blueprint Of(ClusterSpec spec, EngineFacts? there) =>
        SwarmWorker.Of(
            spec,
            spec.Nodes[0],
            Samples.Cluster,
            there,
            ["10.0.0.21"],
            new EngineTrust("PEM", null)
        );
}
