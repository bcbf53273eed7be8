using Mullion.Core.Hosts;

namespace Mullion.Core.Resources.Engines;

/// <summary>
/// Files that change together, of which an engine does not start with some old and some new. They are made in a folder beside their own
/// and put in place from there once they are whole. A power cut on the way leaves the rest of them there, and whoever starts the engine
/// finishes first.
/// </summary>
internal sealed class FileDraft(IHostFiles files, string folder)
{
    private const string Whole = "whole";

    /// <summary>Where the files are made.</summary>
    public string Folder => folder + ".new";

    /// <summary>Whether there is anything of it.</summary>
    public bool Exists => files.Find(Folder) is not null;

    private string Mark => $@"{Folder}\{Whole}";

    /// <summary>An empty folder to make them in, for SYSTEM and Administrators alone.</summary>
    public void Begin()
    {
        files.DeleteTree(Folder);
        files.EnsurePrivateDirectory(Folder);
    }

    /// <summary>They are as they should be: from now on they will be put in place.</summary>
    public void Seal()
    {
        foreach (var file in files.List(Folder))
        {
            files.Flush(file.Path);
        }

        files.WriteAtomically(Mark, Stream.Null);
    }

    /// <summary>Puts them in place, each for SYSTEM and Administrators alone, if they are whole; else does nothing.</summary>
    public void Finish()
    {
        if (files.Find(Mark) is null)
        {
            return;
        }

        files.EnsurePrivateDirectory(folder);
        foreach (var file in files.List(Folder).Where(f => f.Path != Mark))
        {
            using var content = files.OpenRead(file.Path);
            files.WritePrivately($@"{folder}{file.Path[Folder.Length..]}", content);
        }

        Drop();
    }

    /// <summary>Deletes it. Does nothing where there is none.</summary>
    public void Drop()
    {
        // First, or what is left of it would be taken for the whole.
        files.DeleteIfThere(Mark);
        files.DeleteTree(Folder);
    }
}
