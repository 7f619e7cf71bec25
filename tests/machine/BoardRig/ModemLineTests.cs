using System.Text;
using Nf.Emulator.Rig;
using Nf.Emulator.Rig.Lines;
using Nf.Emulator.Rig.Settings;
using Nf.Emulator.Serial;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.BoardRig;

/// <summary>The modem's model behind a real port.</summary>
[TestClass]
public sealed class ModemLineTests
{
    [TestMethod]
    public void The_modem_answers_on_its_line()
    {
        using var folder = new TempFolder();
        using var board = PseudoTerminal.Open(115200);
        using var other = PseudoTerminal.Open(115200);
        File.WriteAllText(folder["rig.yaml"], $$"""
            lines:
              host: { port: {{other.Name}} }
              printer: { port: {{other.Name}} }
              modem: { port: {{board.Name}} }
            """);
        var settings = RigSettingsReader.Read(folder["rig.yaml"]);
        using var lines = new RigLines(settings, CancellationToken.None);
        lines.Begin();
        using var machine = new RigMachine(lines, settings);
        var said = new StringBuilder();
        Assert.IsTrue(machine.Run(() => Heard("RDY"), TimeSpan.FromMinutes(1)), "it greets when it has started");
        board.Write("AT+CSQ\r"u8);
        Assert.IsTrue(machine.Run(() => Heard("+CSQ: 21,99"), TimeSpan.FromMinutes(1)), said.ToString());

        bool Heard(string text)
        {
            var buffer = new byte[64];
            said.Append(Encoding.ASCII.GetString(buffer, 0, board.Read(buffer)));
            return said.ToString().Contains(text, StringComparison.Ordinal);
        }
    }
}
