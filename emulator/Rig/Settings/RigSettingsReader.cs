using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Nf.Emulator.Rig.Settings;

/// <summary>Reads a rig's file.</summary>
public static class RigSettingsReader
{
    private const int MaxSpeed = 230400;
    private const int RelaySpeed = 9600;

    /// <summary>Reads one.</summary>
    /// <exception cref="RigSettingsException">Something in it is wrong.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static RigSettings Read(string file)
    {
        var top = new SettingsMap(file, "the rig", Root(file, File.ReadAllText(file)));
        var lines = top.NeededMap("lines");
        var host = Line(file, lines.NeededMap("host"), Serial.UsualSpeed.Line);
        var printer = Printer(file, lines.NeededMap("printer"));
        var display = lines.Map("display") is { } d ? Line(file, d, Serial.UsualSpeed.Line) : null;
        var modem = lines.Map("modem") is { } m ? Line(file, m, Serial.UsualSpeed.Line) : null;
        lines.End();
        var relay = top.Map("relay") is { } r ? Line(file, r, RelaySpeed) : null;
        var hasRelay = relay is not null;
        var settings = new RigSettings(Path.GetFullPath(file), host, printer, display, modem, relay, Switch(top.Map("power"), hasRelay),
            Switch(top.Map("service-switch"), hasRelay), Switch(top.Map("reset"), hasRelay), Switch(top.Map("new-register"), hasRelay), Timeouts(top.Map("timeouts")));
        top.End();
        return settings;
    }

    private static YamlNode Root(string file, string text)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            return yaml.Documents.Count == 1 ? yaml.Documents[0].RootNode : throw new RigSettingsException(file, 1, "a rig's file is one YAML document");
        }
        catch (YamlException e)
        {
            throw new RigSettingsException(file, (int)e.Start.Line, $"this is not YAML ({e.Message})");
        }
    }

    private static LineSettings Line(string file, SettingsMap map, int usualSpeed)
    {
        var line = new LineSettings(map.Line, Port(file, map), map.Number("speed", 1200, MaxSpeed, usualSpeed));
        map.End();
        return line;
    }

    private static PrinterSettings Printer(string file, SettingsMap map)
    {
        var printer = new PrinterSettings(map.Line, Port(file, map), map.Number("speed", 1200, MaxSpeed, Serial.UsualSpeed.Line),
            map.Number("columns", 18, 64, Machine.Hardware.PaperColumns), map.Number("pace", 1, 100, 1));
        map.End();
        return printer;
    }

    // COM3 is a name; anything else with a folder in it that is not rooted is seen from the file.
    private static string Port(string file, SettingsMap map)
    {
        var port = map.NeededText("port");
        return Path.IsPathRooted(port) || !port.Contains('/') ? port : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, port);
    }

    private static SwitchSettings? Switch(SettingsMap? map, bool hasRelay)
    {
        if (map is null) return null;
        var channel = map.Number("channel", 1, 32, 0);
        var on = map.Text("on-command");
        var off = map.Text("off-command");
        var released = map.Word("on-when", "pulled", "released") == "released";
        map.End();
        if (channel == 0 == (on is null)) throw map.Wrong(map.Line, "a switch has either a channel of the relay or an on-command");
        if (channel > 0 && !hasRelay) throw map.Wrong(map.Line, "there is a channel, but no relay with a port");
        return new SwitchSettings(map.Line, channel, released, on, off);
    }

    private static RigTimeouts Timeouts(SettingsMap? map)
    {
        var usual = RigTimeouts.Usual;
        if (map is null) return usual;
        var timeouts = new RigTimeouts(
            TimeSpan.FromSeconds(map.Number("boot-s", 1, 600, (int)usual.Boot.TotalSeconds)),
            TimeSpan.FromSeconds(map.Number("story-s", 1, 36000, (int)usual.Story.TotalSeconds)),
            TimeSpan.FromSeconds(map.Number("command-s", 1, 600, (int)usual.Command.TotalSeconds)),
            TimeSpan.FromMilliseconds(map.Number("quiet-ms", 100, 10000, (int)usual.Quiet.TotalMilliseconds)),
            TimeSpan.FromMilliseconds(map.Number("probe-ms", 100, 10000, (int)usual.Probe.TotalMilliseconds)));
        map.End();
        return timeouts;
    }
}
