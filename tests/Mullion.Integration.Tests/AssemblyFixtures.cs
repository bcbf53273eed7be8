using Mullion.Integration.Tests.RealDocker;

[assembly: AssemblyFixture(typeof(SharedSwarm))]
