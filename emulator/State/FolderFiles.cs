using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Nf.Emulator.State;

/// <summary>The files of a chip's flash as files of a folder, which appears with the first of them.</summary>
public sealed class FolderFiles(string folder) : IDictionary<string, byte[]>
{
    /// <inheritdoc/>
    public ICollection<string> Keys => Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path))] : [];

    /// <inheritdoc/>
    public ICollection<byte[]> Values => [.. this.Select(file => file.Value)];

    /// <inheritdoc/>
    public int Count => Keys.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <inheritdoc/>
    public byte[] this[string key]
    {
        get => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);
        set
        {
            Directory.CreateDirectory(folder);
            SafeFile.Replace(PathOf(key), value);
        }
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => File.Exists(PathOf(key));

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out byte[] value)
    {
        value = ContainsKey(key) ? File.ReadAllBytes(PathOf(key)) : null;
        return value is not null;
    }

    /// <inheritdoc/>
    public void Add(string key, byte[] value)
    {
        if (ContainsKey(key)) throw new ArgumentException($"there is a file {key}");
        this[key] = value;
    }

    /// <inheritdoc/>
    public void Add(KeyValuePair<string, byte[]> item) => Add(item.Key, item.Value);

    /// <inheritdoc/>
    public bool Remove(string key)
    {
        if (!ContainsKey(key)) return false;
        File.Delete(PathOf(key));
        return true;
    }

    /// <inheritdoc/>
    public bool Remove(KeyValuePair<string, byte[]> item) => Contains(item) && Remove(item.Key);

    /// <inheritdoc/>
    public bool Contains(KeyValuePair<string, byte[]> item) => TryGetValue(item.Key, out var value) && value.AsSpan().SequenceEqual(item.Value);

    /// <inheritdoc/>
    public void Clear()
    {
        foreach (var key in Keys) Remove(key);
    }

    /// <inheritdoc/>
    public void CopyTo(KeyValuePair<string, byte[]>[] array, int arrayIndex) => this.ToArray().CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, byte[]>> GetEnumerator() => Keys.Select(key => KeyValuePair.Create(key, this[key])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // A name from the firmware never leads out of the folder.
    private string PathOf(string name) => Path.Combine(folder, Path.GetFileName(name));
}
