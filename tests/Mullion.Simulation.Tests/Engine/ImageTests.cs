using Mullion.Core.Hosts;
using Mullion.Simulation.Engine;
using Mullion.Simulation.Images;
using Mullion.Simulation.Templates;

namespace Mullion.Simulation.Tests.Engine;

/// <summary>What a simulated engine does with images, and in which words it refuses.</summary>
public sealed class ImageTests
{
    private const string Name = "registry.example/app:1";
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly SimulatedHost _host = SimulatedHost.Create(
        HostTemplates.WithEngine(20348),
        new SimulatedWorld
        {
            Registries = new SimulatedRegistries()
                .Add(new SimulatedImage(Name) { Bytes = 400L << 20 })
                .Add(new SimulatedImage("registry.example/old:any") { Builds = [17763] }),
        }
    );

    [Fact]
    public async Task A_pull_takes_the_time_of_its_bytes_and_tells_of_them()
    {
        var before = _host.Clock.GetUtcNow();
        var told = new Told();

        await _host.Engine.PullImageAsync(new ImagePull(Name, null, null), told, None);

        (_host.Clock.GetUtcNow() - before).ShouldBe(TimeSpan.FromSeconds(20));
        told.Bytes.ShouldBe([100L << 20, 200L << 20, 300L << 20, 400L << 20]);
        (await _host.Engine.HasImageAsync(Name, None)).ShouldBeTrue();
        (await _host.Engine.HasImageAsync("registry.example/app:2", None)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_pull_that_the_engine_did_not_live_to_see_leaves_no_image()
    {
        var stopping = new Stopping(_host);

        var refused = await Should.ThrowAsync<HostException>(() =>
            _host.Engine.PullImageAsync(new ImagePull(Name, null, null), stopping, None)
        );

        refused.Reason.ShouldContain("EOF");
        // Its service starts it again.
        await Task.Delay(TimeSpan.FromMinutes(1), _host.Clock);
        (await _host.Engine.HasImageAsync(Name, None)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("registry.example/old:7", "no matching manifest for windows/amd64 10.0.20348")]
    [InlineData("registry.example/none:1", "manifest unknown")]
    [InlineData("elsewhere.example/app:1", "no such host")]
    [InlineData("No Image", "invalid reference format")]
    public async Task A_pull_is_refused_in_the_engines_words(string name, string words) =>
        (
            await Should.ThrowAsync<HostException>(() =>
                _host.Engine.PullImageAsync(new ImagePull(name, null, null), null, None)
            )
        ).Reason.ShouldContain(words);

    [Fact]
    public async Task An_image_in_use_is_not_removed_and_one_that_is_not_there_is_unknown()
    {
        await _host.Engine.PullImageAsync(new ImagePull(Name, null, null), null, None);
        _host.Engine.Put(new SimulatedContainer(new string('7', 64), "mine", Name));

        (
            await Should.ThrowAsync<HostException>(() => _host.Engine.RemoveImageAsync(Name, None))
        ).Reason.ShouldContain("container 777777777777 is using its referenced image");
        await _host.Engine.RemoveContainerAsync("mine", None);
        await _host.Engine.RemoveImageAsync(Name, None);
        (
            await Should.ThrowAsync<HostException>(() => _host.Engine.RemoveImageAsync(Name, None))
        ).Reason.ShouldContain("No such image");
    }

    [Fact]
    public async Task An_archive_that_docker_save_made_is_loaded_plain_or_compressed()
    {
        var plain = DockerArchive.Create("windows", "a/b:1", "a/c:1");
        _host.Files.Put(@"C:\plain.tar", plain);
        _host.Files.Put(@"C:\packed.tar.gz", Gzip(plain));

        (await _host.Engine.LoadImagesAsync(@"C:\plain.tar", None)).ShouldBe(["a/b:1", "a/c:1"]);
        (await _host.Engine.LoadImagesAsync(@"C:\packed.tar.gz", None)).Count.ShouldBe(2);

        (await _host.Engine.HasImageAsync("docker.io/a/c:1", None)).ShouldBeTrue();
        await Should.ThrowAsync<HostException>(() =>
            _host.Engine.LoadImagesAsync(@"C:\none.tar", None)
        );
    }

    [Fact]
    public async Task Images_outlive_a_restart_of_the_machine()
    {
        await _host.Engine.PullImageAsync(new ImagePull(Name, null, null), null, None);

        _host.System.Reboot("test");
        _host.Boot();
        await Task.Delay(TimeSpan.FromMinutes(1), _host.Clock);

        (await _host.Engine.HasImageAsync(Name, None)).ShouldBeTrue();
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var buffer = new MemoryStream();
        using (
            var gzip = new System.IO.Compression.GZipStream(
                buffer,
                System.IO.Compression.CompressionMode.Compress
            )
        )
        {
            gzip.Write(bytes);
        }

        return buffer.ToArray();
    }

    private sealed class Told : IProgress<ImageProgress>
    {
        public List<long> Bytes { get; } = [];

        public void Report(ImageProgress value) => Bytes.Add(value.Bytes);
    }

    /// <summary>Kills the engine in the middle of a pull.</summary>
    private sealed class Stopping(SimulatedHost host) : IProgress<ImageProgress>
    {
        public void Report(ImageProgress value)
        {
            if (host.Services.Find("docker")!.State == ServiceState.Running)
            {
                host.Services.Crash("docker");
            }
        }
    }
}
