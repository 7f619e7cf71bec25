using System.Text;
using Nf.Emulator.FiscalNet.Folder;
using Nf.Emulator.State;
using Nf.Tests.Machine.Rig;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.FiscalNet.Folder;

/// <summary>A register in RAM with the two folders, whose power can be cut and comes back.</summary>
internal sealed class FolderRig : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StateDirectory _state;

    public FolderRig()
    {
        _state = StateDirectory.Open(_folder["state"], createIfMissing: true);
        Folders = NewFolders();
        Folders.Create();
        Desk = new FolderDesk(new FolderJournal(_state));
        Register.SellSomething();
    }

    public TestRegister Register { get; } = TestRegister.Fiscalised();

    public FolderDesk Desk { get; private set; }

    public BonFolders Folders { get; private set; }

    /// <summary>Drops a file; each is younger than the one before.</summary>
    public void Drop(string name, string content) => Drop(name, Encoding.UTF8.GetBytes(content));

    public void Drop(string name, byte[] content)
    {
        var path = Path.Combine(_folder["Bonuri"], name);
        File.WriteAllBytes(path, content);
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 11, 16).AddSeconds(Directory.GetFiles(_folder["Bonuri"]).Length));
    }

    /// <summary>Takes all files through.</summary>
    public void Serve()
    {
        while (true)
        {
            Desk.TakeClaimed(Folders);
            Register.Machine.RunToRest();
            if (Desk.IsAnswered) Desk.Finish();
            else if (Desk.HasFile) Desk.Advance(Register.Machine);
            else if (Folders.Look().OrderBy(file => file.Written).FirstOrDefault() is { } file) Desk.Claim(Folders, file);
            else return;
        }
    }

    /// <summary>The power comes back: the register and the program that serves it begin anew from what they kept.</summary>
    public void Restart()
    {
        Register.Machine.PowerOn();
        Desk = new FolderDesk(new FolderJournal(_state));
        Folders = NewFolders();
        Desk.Resolve(Register.Machine);
    }

    /// <summary>An answer's lines.</summary>
    public string[] Answer(string name) => File.ReadAllLines(Path.Combine(_folder["Raspuns"], name));

    public byte[] AnswerBytes(string name) => File.ReadAllBytes(Path.Combine(_folder["Raspuns"], name));

    /// <summary>Everything that lies in the two folders, by relative path.</summary>
    public string[] Files() => [.. new[] { "Bonuri", "Raspuns" }
        .SelectMany(name => Directory.GetFiles(_folder[name], "*", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(_folder.Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        _state.Dispose();
        _folder.Dispose();
    }

    private BonFolders NewFolders() => new FolderJournal(_state).Folders(_folder["Bonuri"], _folder["Raspuns"]);
}
