namespace Nf.Boards.Files;

/// <summary>Names as drivers give them, with a slash between folder and file, as paths of the runtime.</summary>
public static class FatPath
{
    /// <summary>A path below a root.</summary>
    /// <param name="root">Ends with a backslash.</param>
    public static string Of(string root, string name)
    {
        var path = new char[root.Length + name.Length];
        for (int i = 0; i < root.Length; i++) path[i] = root[i];
        for (int i = 0; i < name.Length; i++) path[root.Length + i] = name[i] == '/' ? '\\' : name[i];
        return new string(path);
    }

    /// <summary>The folder that a file is in; a root keeps its backslash.</summary>
    public static string Folder(string path)
    {
        int end = path.Length - 1;
        while (end > 0 && path[end] != '\\') end--;
        if (end > 0 && path[end - 1] == ':') end++;
        var folder = new char[end];
        for (int i = 0; i < end; i++) folder[i] = path[i];
        return new string(folder);
    }
}
