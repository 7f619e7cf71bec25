using System.Net;
using Nf.Emulator.Machine;
using Nf.Emulator.Network;
using Nf.Emulator.Peripherals;
using Nf.Emulator.Updates;

namespace Nf.Emulator.State;

/// <summary>A register whose cells, card and paper live in a state directory.</summary>
public sealed class StoredRegister : IDisposable
{
    private readonly StateDirectory _directory;
    private readonly FileStore _flash;
    private readonly FileStore _fram;
    private readonly FileStore _module;
    private readonly FileStore _firmware;
    private readonly PaperRollFile _roll;
    private readonly SocketInternet _internet = new();

    private StoredRegister(StateDirectory directory, VirtualTime time, ICivilTimeSource civil)
    {
        _directory = directory;
        var power = new PowerSupply();
        _flash = new FileStore(directory.FiscalMemoryPath, Hardware.FiscalMemorySize, 0xFF);
        _fram = new FileStore(directory.WorkingMemoryPath, Mb85rsModel.Size);
        _module = new FileStore(directory.ModuleMemoryPath, Mb85rsModel.Size);
        _firmware = new FileStore(directory.FirmwarePath, FirmwareSlotModel.Size);
        _roll = new PaperRollFile(directory.PaperPath);
        Hardware = new Hardware(power, _flash, _fram, new FolderCard(directory.CardFolder, power), _roll, time, civil)
        {
            Drive = new FolderDrive(directory.DriveFolder),
            Firmware = new FirmwareSlotModel(_firmware, power, () => MakerKey.ModulusOf(directory.MakerKeyPath)),
            Online = new OnlineHardware(power, _module)
            {
                DeviceSecret = DeviceSecretFile.Open(directory.DeviceSecretPath),
                Network = new NetworkHardware(time, civil, _internet, new FolderFiles(directory.ModemFolder), new FolderFiles(directory.BoardFolder)),
            },
        };
    }

    public Hardware Hardware { get; }

    /// <summary>A line has come out of the printer.</summary>
    public event Action<PaperLine>? Printed
    {
        add => _roll.Appended += value;
        remove => _roll.Appended -= value;
    }

    /// <summary>Puts the register together; its clock goes on as <paramref name="civil"/> says.</summary>
    /// <exception cref="StateException">A file cannot be used.</exception>
    public static StoredRegister Open(StateDirectory directory, VirtualTime time, ICivilTimeSource civil)
    {
        try
        {
            return new StoredRegister(directory, time, civil);
        }
        catch (Exception e) when (StateException.IsIoProblem(e))
        {
            throw StateException.From(directory.Root, e);
        }
    }

    /// <summary>Tells the register's network where a server is whose name stands in no DNS. Before the machine runs.</summary>
    public void Knows(string name, int port) => _internet.Names[name] = new IPEndPoint(IPAddress.Loopback, port);

    public void Dispose()
    {
        _internet.Dispose();
        _flash.Dispose();
        _fram.Dispose();
        _module.Dispose();
        _firmware.Dispose();
        _roll.Dispose();
        _directory.Dispose();
    }
}
