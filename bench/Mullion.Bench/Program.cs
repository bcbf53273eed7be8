using BenchmarkDotNet.Running;
using Mullion.Bench;

// A plain run measures everything and never asks.
BenchmarkSwitcher
    .FromAssembly(typeof(BenchConfig).Assembly)
    .Run(args.Length == 0 ? ["--filter", "*"] : args, new BenchConfig());
