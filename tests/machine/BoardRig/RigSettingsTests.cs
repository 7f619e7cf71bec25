using Nf.Emulator.Rig.Settings;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.BoardRig;

/// <summary>A rig's file: what it says, and where it is wrong.</summary>
[TestClass]
public sealed class RigSettingsTests
{
    private const string Lines = "lines:\n  host: { port: COM3 }\n  printer: { port: /dev/ttyUSB1, speed: 38400, columns: 32 }\n";

    [TestMethod]
    public void What_is_not_said_is_usual()
    {
        var rig = Read(Lines);
        Assert.AreEqual(new LineSettings(2, "COM3", 115200), rig.Host);
        Assert.AreEqual(new PrinterSettings(3, "/dev/ttyUSB1", 38400, 32, 1), rig.Printer);
        Assert.AreEqual(RigTimeouts.Usual, rig.Timeouts);
        Assert.IsNull(rig.Display ?? rig.Modem ?? rig.Relay);
        Assert.IsNull(rig.Power ?? rig.ServiceSwitch ?? rig.Reset ?? rig.NewRegister);
    }

    [TestMethod]
    [DataRow("lines: ]", 1, "this is not YAML")]
    [DataRow("", 1, "one YAML document")]
    [DataRow("lines:\n  host: { port: x }\n", 2, "lines needs printer")]
    [DataRow("lines:\n  host: { port: x, baud: 9600 }\n  printer: { port: y }\n", 2, "host has no baud; it has port, speed")]
    [DataRow("lines:\n  host: { port: x }\n  printer:\n    port: y\n    columns: 70\n", 5, "columns of printer is a whole number from 18 to 64")]
    [DataRow(Lines + "power: { channel: 1 }\n", 4, "there is a channel, but no relay")]
    [DataRow(Lines + "power: {}\n", 4, "either a channel of the relay or an on-command")]
    [DataRow(Lines + "relay: { port: z }\npower: { channel: 1, on-when: up }\n", 5, "on-when of power is one of pulled, released")]
    [DataRow(Lines + "timeouts: { boot-s: 0 }\n", 4, "boot-s of timeouts is a whole number from 1 to 600")]
    [DataRow(Lines + "colour: red\n", 4, "the rig has no colour")]
    [DataRow("lines: 5\n", 1, "lines is a mapping")]
    public void What_is_wrong_is_shown_with_its_line(string text, int line, string message)
    {
        var error = Assert.ThrowsExactly<RigSettingsException>(() => Read(text));
        StringAssert.Contains(error.Message, $"rig.yaml:{line}: ");
        StringAssert.Contains(error.Message, message);
    }

    private static RigSettings Read(string text)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["rig.yaml"], text);
        return RigSettingsReader.Read(folder["rig.yaml"]);
    }
}
