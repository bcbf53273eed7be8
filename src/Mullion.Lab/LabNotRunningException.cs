using Mullion.Core;

namespace Mullion.Lab;

/// <summary>There is no lab process for a folder.</summary>
public sealed class LabNotRunningException(LabFolder folder)
    : MullionException($"No lab runs in {folder}.", "Start one: mullion lab start.");
