using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;

namespace Nf.Emulator.State;

/// <summary>A copy in RAM of a stored register, to look at: what its start-up repairs is repaired in the copy only.</summary>
public static class RegisterCopy
{
    private const int FilesOfRecentDays = 8;
    private const int Block = 4096;

    /// <summary>Copies the register, with the newest days of its journal, and switches the copy on.</summary>
    public static RegisterMachine Of(StateDirectory directory) => Copy(directory, FilesOfRecentDays, new MemoryDrive(), new PaperRoll());

    /// <summary>Copies the register with its whole journal and switches the copy on.</summary>
    public static RegisterMachine Whole(StateDirectory directory, DriveModel drive, IPaperRoll roll) => Copy(directory, int.MaxValue, drive, roll);

    private static RegisterMachine Copy(StateDirectory directory, int journalFiles, DriveModel drive, IPaperRoll roll)
    {
        var power = new PowerSupply();
        var time = new VirtualTime();
        var clock = new ClockFile(directory.ClockPath).Load() ?? ClockBase.Romania(TimeProvider.System);
        var flash = Copy(directory.FiscalMemoryPath, Hardware.FiscalMemorySize, 0xFF);
        var fram = Copy(directory.WorkingMemoryPath, Mb85rsModel.Size, 0);
        var civil = new WallCivilTime(clock, TimeProvider.System);
        var machine = new RegisterMachine(new Hardware(power, flash, fram, CopyCard(directory.CardFolder, journalFiles, power), roll, time, civil)
        {
            Drive = drive,
            Firmware = new FirmwareSlotModel(Copy(directory.FirmwarePath, FirmwareSlotModel.Size, 0), power, () => null),
            Online = new OnlineHardware(power, Copy(directory.ModuleMemoryPath, Mb85rsModel.Size, 0))
            {
                DeviceSecret = DeviceSecretFile.Look(directory.DeviceSecretPath),
            },
        });
        machine.PowerOn();
        return machine;
    }

    private static RamStore Copy(string path, int length, byte blank)
    {
        var copy = new RamStore(length, blank);
        if (!File.Exists(path)) return copy;
        using var source = new FileStore(path, length, blank, readOnly: true);
        var block = new byte[Block];
        for (var address = 0; address < length; address += Block)
        {
            source.Read(address, block);
            if (block.AsSpan().ContainsAnyExcept(blank)) copy.Write(address, block);
        }

        return copy;
    }

    // Start-up looks at the label and at the newest days only.
    private static MemoryCard CopyCard(string folder, int journalFiles, PowerSupply power)
    {
        var card = new MemoryCard(power);
        if (!Directory.Exists(folder)) return card;
        var names = Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal).ToList();
        foreach (var name in names.Where(n => n[0] != 'Z').Concat(names.Where(n => n[0] == 'Z').TakeLast(journalFiles)))
        {
            using var file = new FileStream(Path.Combine(folder, name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            card.Append(name, bytes, 0, bytes.Length);
        }

        return card;
    }
}
