namespace Mullion.Core.Hosts;

/// <summary>
/// Files and folders, by absolute Windows path. What was written is safe from a power cut only after
/// <see cref="Flush"/>; <see cref="Move"/> and deletions of entries are ordered and safe when they return.
/// </summary>
public interface IHostFiles
{
    /// <summary>The entry at a path; null when there is none.</summary>
    FileEntry? Find(string path);

    /// <summary>Opens a file to read.</summary>
    Stream OpenRead(string path);

    /// <summary>Writes a whole file anew; its folder must be there. Not flushed.</summary>
    void Write(string path, Stream content);

    /// <summary>Adds to the end of a file, making it where it is not. Not flushed.</summary>
    void Append(string path, ReadOnlySpan<byte> content);

    /// <summary>Puts a file's content on the disk.</summary>
    void Flush(string path);

    /// <summary>Renames a file, replacing the target in one step.</summary>
    void Move(string from, string to);

    /// <summary>Deletes a file; one that is not there is an error.</summary>
    void Delete(string path);

    /// <summary>Makes one folder; its parent must be there.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="sddl">Who may do what with it, from its first moment on; null for what comes down from its parent.</param>
    void CreateDirectory(string path, string? sddl = null);

    /// <summary>Deletes one empty folder.</summary>
    void DeleteDirectory(string path);

    /// <summary>
    /// Deletes a layer of a container or an image, a folder in the engine's <c>windowsfilter</c>, with all that is in it. It cannot
    /// be deleted like other folders: not even SYSTEM may delete its files. Needs no engine. One that is not there, or is in use,
    /// is an error; one that a power cut left half destroyed can be destroyed.
    /// </summary>
    /// <remarks>
    /// Windows: <c>HcsDestroyLayer</c> in ComputeStorage.dll from Server 2019 on (documentation of HcsDestroyLayer: "deletes
    /// directories using high privilege rights"), <c>DestroyLayer</c> in vmcompute.dll on Server 2016 (microsoft/hcsshim). Both
    /// come with the Containers feature, and delete whatever folder they are given: give them nothing but layers.
    /// </remarks>
    void DestroyLayer(string path);

    /// <summary>
    /// Who may do what with a file or folder: its discretionary ACL as SDDL, what it inherits included, such as
    /// <c>D:P(A;;FA;;;SY)(A;;FA;;;BA)</c>; see <see cref="HostAccess"/>.
    /// </summary>
    /// <remarks>Windows: GetNamedSecurityInfo, ConvertSecurityDescriptorToStringSecurityDescriptor.</remarks>
    string Access(string path);

    /// <summary>Sets who may do what with a file or folder; safe from a power cut when it returns.</summary>
    /// <remarks>Windows: ConvertStringSecurityDescriptorToSecurityDescriptor, SetNamedSecurityInfo.</remarks>
    void SetAccess(string path, string sddl);

    /// <summary>The entries of a folder, by name; empty when the folder is not there.</summary>
    IReadOnlyList<FileEntry> List(string path);

    /// <summary>
    /// Opens a file so that no other program can write or delete it, making it where it is not; null when another has it.
    /// Disposing, the end of the program and a power cut give it up and delete the file. In Win32: GENERIC_WRITE, FILE_SHARE_READ and
    /// FILE_FLAG_DELETE_ON_CLOSE.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="holder">Who has it: the file's content, which others may read meanwhile.</param>
    IDisposable? TryLock(string path, string holder);
}
