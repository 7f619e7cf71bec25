using System.Security.Cryptography;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Emulator.Updates;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Hal.Devices;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Updates;

/// <summary>A fiscalised register on a board with two places, its maker, and a technician with a drive.</summary>
internal sealed class UpdateRig
{
    /// <summary>The version that every rig begins with.</summary>
    public const string First = Nf.Firmware.Version.Number;

    /// <summary>The version that most updates bring.</summary>
    public const string Next = "0.2.0";

    public const string Manifest = "NF-UPDATE.TXT";

    /// <summary>A few pieces.</summary>
    public const int ImageSize = 1000;

    private static readonly Lazy<RSA> s_maker = new(() => RSA.Create(2048));

    private readonly RamStore _cells = new(FirmwareSlotModel.Size);

    /// <param name="columns">Characters on a line of the paper.</param>
    public UpdateRig(int columns = Hardware.PaperColumns)
    {
        Register = new TestRegister(columns: columns, module: true, firmware: power => new FirmwareSlotModel(_cells, power, () => TrustedKey));
        Assert.AreEqual(FiscalError.None, Register.Machine.PowerOn());
        Assert.AreEqual(FiscalError.None, Register.Register.Fiscalise(DemoShop.Order()));
    }

    /// <summary>The maker's key.</summary>
    public static RSA Maker => s_maker.Value;

    /// <summary>What the board has as the maker's key.</summary>
    public byte[]? TrustedKey { get; set; } = Maker.ExportParameters(false).Modulus;

    public TestRegister Register { get; }

    public FirmwareSlotModel Slot => Register.Hardware.Firmware!;

    public MemoryDrive Drive => (MemoryDrive)Register.Hardware.Drive;

    /// <summary>The records of other programs, oldest first.</summary>
    public UpdateRecord[] Records => [.. Enumerable.Range(1, Register.Register.Log.Count(RecordKind.FirmwareUpdate)).Select(Record)];

    /// <summary>Puts an image with its manifest onto the drive.</summary>
    /// <param name="version">Version of the image.</param>
    /// <param name="fault">What is wrong with the program.</param>
    /// <param name="change">Changes what the maker says before he signs.</param>
    public void Put(string version = Next, ImageFault fault = ImageFault.None, Func<SignedUpdate, SignedUpdate>? change = null)
    {
        var image = new ModelImage(version, fault).ToBytes(ImageSize);
        var update = SignedUpdate.Of(image, version, FirmwareSlotModel.BoardName);
        update = change?.Invoke(update) ?? update;
        Drive.Put(update.Image, image);
        Drive.Put(Manifest, update.Sign(Maker));
    }

    /// <summary>The switch is on and the password given.</summary>
    public void InService()
    {
        Register.Hardware.ServiceJumper.Closed = true;
        Register.Do(253, "0\t1234\t");
    }

    /// <summary>Takes what is on the drive, and starts again.</summary>
    public void Update()
    {
        InService();
        Register.Do(253, "7\t");
        Restart();
    }

    /// <summary>The register must refuse what is on the drive, and be as it was.</summary>
    public void Refuses(FiscalError error)
    {
        var version = Register.Register.Program;
        var records = Records.Length;
        InService();
        Register.Refused(error, 253, "7\t");
        Restart();
        Assert.AreEqual(version, Register.Register.Program);
        Assert.HasCount(records, Records);
        Assert.AreEqual(FirmwareSlotState.Confirmed, Slot.State);
    }

    /// <summary>Off and on, and whatever comes by itself.</summary>
    public void Restart()
    {
        Assert.AreEqual(FiscalError.None, Register.Machine.PowerOn());
        Register.Machine.RunToRest();
    }

    private UpdateRecord Record(int number)
    {
        Assert.IsTrue(Register.Register.Log.ReadNumbered(RecordKind.FirmwareUpdate, number));
        var record = new UpdateRecord();
        record.Load(Register.Register.Log.Payload);
        return record;
    }
}
