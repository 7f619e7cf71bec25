using System.Text;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Hal.Devices;
using Nf.Hal.Drivers;

namespace Nf.Tests.Machine.Network;

/// <summary>The modem's driver against a line that answers each command as it should, but for one.</summary>
[TestClass]
public sealed class Sim7600ScriptTests
{
    private static readonly (string Command, string Answer)[] s_good =
    [
        ("AT+CPIN?", "+CPIN: READY\r\n\r\nOK"), ("AT+CEREG?", "+CEREG: 0,1\r\n\r\nOK"), ("AT+CGREG?", "+CGREG: 0,0\r\n\r\nOK"),
        ("AT+CSQ", "+CSQ: 20,99\r\n\r\nOK"), ("AT+COPS?", "+COPS: 0,0,\"Op\",7\r\n\r\nOK"), ("AT+CCHCLOSE=0", "ERROR"), ("AT+CCHSTOP", "ERROR"),
        ("AT+CCHSTART", "OK\r\n\r\n+CCHSTART: 0"), ("AT+CCHADDR", "+CCHADDR: 10.0.0.9\r\n\r\nOK"),
        ("AT+CCHOPEN", "OK\r\n\r\n+CCHOPEN: 0,0"), ("AT", "OK"),
    ];

    private static readonly string[] s_bad =
    [
        "", "ERROR", "+CME ERROR: 3", "+CME ERROR: ", "+CME ERROR: 99999999999999", "OK", "OK\r\nOK", "NO CARRIER", "\0\0\0", ":", ",,,,", "+",
        new string('A', 5000), "+CPIN: ", "+CEREG: ,,,", "+CSQ: 999999,", "+CCHSTART: \r\nOK", "+CCHSTART: x\r\nOK", "+CCHADDR:\r\nOK",
        "+CCHOPEN: 0\r\nOK", "+CCHOPEN: 0,\r\nOK", "+CCHOPEN: 0,x\r\nOK", "RDY", "+CCHRECV: DATA,0,999999999\r\nabc", "\u0080\u00ff>",
    ];

    public static IEnumerable<object[]> Commands => s_good.Select(entry => new object[] { entry.Command });

    [TestMethod]
    public void Good_answers_bring_it_up()
    {
        using var script = new Script();
        script.Begin();
        Assert.AreEqual(LinkState.Up, script.Link.State, script.Link.Fault.ToString());
        Assert.AreEqual("10.0.0.9", script.Link.Address);
        Assert.AreEqual(ConnectionState.Open, script.Link.Connection.State);
    }

    [TestMethod]
    [DynamicData(nameof(Commands))]
    public void Bad_answer_to_one_command_ends_in_a_decision(string command)
    {
        foreach (var bad in s_bad)
        {
            using var script = new Script(command, bad);
            script.Begin();
            Assert.AreNotEqual(LinkState.Starting, script.Link.State, $"{command} answered by {bad}");
            Assert.AreNotEqual(ConnectionState.Opening, script.Link.Connection.State, $"{command} answered by {bad}");
        }
    }

    [TestMethod]
    [DataRow("+CCHOPEN: 0,13", ConnectionFault.NameUnknown)]
    [DataRow("+CCHOPEN: 0,14", ConnectionFault.Refused)]
    [DataRow("+CCHOPEN: 0,5", ConnectionFault.NoAnswer)]
    [DataRow("+CCHOPEN: 0,15", ConnectionFault.TlsFailed)]
    [DataRow("+CCHOPEN: 0,19", ConnectionFault.ServerNotTrusted)]
    [DataRow("+CCHOPEN: 0,7", ConnectionFault.Lost)]
    public void Numbers_of_a_failed_opening_have_their_meaning(string line, ConnectionFault fault)
    {
        foreach (var answer in new[] { "OK\r\n\r\n" + line, line + "\r\n\r\nERROR" })
        {
            using var script = new Script("AT+CCHOPEN", answer);
            script.Begin();
            Assert.AreEqual(ConnectionState.Failed, script.Link.Connection.State);
            Assert.AreEqual(fault, script.Link.Connection.Fault, answer);
        }
    }

    [TestMethod]
    public void Answers_of_the_A7600_are_taken_too()
    {
        using var script = new Script("AT+CCHADDR", "+CCHADDR: 1,10.1.2.3\r\n\r\nOK");
        script.Begin();
        Assert.AreEqual("10.1.2.3", script.Link.Address);
        using var early = new Script("AT+CCHSTART", "+CCHSTART: 0\r\n\r\nOK");
        early.Begin();
        Assert.AreEqual(LinkState.Up, early.Link.State);
    }

    /// <summary>Found by fuzzing: the settings went on where the restart had cut them off, and the server was verified by nobody.</summary>
    [TestMethod]
    public void Module_that_restarts_amid_its_TLS_settings_gets_all_of_them_again()
    {
        using var script = new Script("AT+CSSLCFG=\"enableSNI\"", "RDY");
        script.Begin();
        Assert.AreEqual(ConnectionState.Failed, script.Link.Connection.State);
        script.Behave();
        script.Begin();
        Assert.AreEqual(ConnectionState.Open, script.Link.Connection.State);
        CollectionAssert.AreEqual(new[] { "sslversion", "authmode", "ignorelocaltime", "negotiatetime", "enableSNI", "cacert" }, script.SettingsOfLastOpening());
    }

    [TestMethod]
    public void Identity_that_changes_amid_the_TLS_settings_is_shown()
    {
        using var script = new Script();
        script.Begin("AT+CSSLCFG=\"negotiatetime\"");
        script.Link.Connection.Close();
        script.Link.Tls.Use(1);
        script.Begin();
        Assert.AreEqual(ConnectionState.Open, script.Link.Connection.State);
        Assert.AreEqual("AT+CSSLCFG=\"authmode\",0,2", script.Last("AT+CSSLCFG=\"authmode\""));
    }

    private sealed class Script : IDisposable
    {
        /// <summary>No command begins so.</summary>
        private const string Never = "never";

        private readonly VirtualTime _time = new();
        private readonly SerialWire _wire = new();
        private readonly StringBuilder _line = new();
        private readonly List<string> _commands = [];
        private readonly string _answer;
        private string _command;

        public Script(string command = Never, string answer = "")
        {
            _command = command;
            _answer = answer;
            Link = new Sim7600Modem(_wire, _time, new Ds3231Clock(new Ds3231Model(new VirtualCivilTime(_time, NetworkRig.Now.DateTime))));
        }

        public Sim7600Modem Link { get; }

        /// <summary>Brings it up and opens a connection, as far as it goes.</summary>
        /// <param name="until">A command that begins so ends it, too.</param>
        public void Begin(string until = Never)
        {
            if (Link.State != LinkState.Up) Link.Start(new LinkSettings());
            Run(() => Link.State != LinkState.Starting);
            Link.Connection.Open("anaf.nf.test", 443);
            Run(() => Link.Connection.State != ConnectionState.Opening || _commands[^1].StartsWith(until, StringComparison.Ordinal));
        }

        /// <summary>From now on every answer is good.</summary>
        public void Behave() => _command = Never;

        /// <summary>The last command that begins so.</summary>
        public string Last(string start) => _commands.FindLast(command => command.StartsWith(start, StringComparison.Ordinal))!;

        /// <summary>Names of the TLS settings that came right before the last opening, in their order.</summary>
        public List<string> SettingsOfLastOpening()
        {
            var opening = _commands.FindLastIndex(command => command.StartsWith("AT+CCHOPEN", StringComparison.Ordinal));
            var others = _commands.FindLastIndex(opening - 1, command => !command.StartsWith("AT+CSSLCFG", StringComparison.Ordinal)
                && !command.StartsWith("AT+CCHSSLCFG", StringComparison.Ordinal) && command != "AT");
            return [.. _commands[others..opening].Where(command => command.StartsWith("AT+CSSLCFG", StringComparison.Ordinal)).Select(command => command.Split('"')[1])];
        }

        public void Dispose() => Link.Stop();

        private void Run(Func<bool> condition)
        {
            for (var i = 0; i < 100_000 && !condition(); i++)
            {
                Link.Poll();
                Answer();
                _time.AdvanceTo(_time.NowMicroseconds + 10_000);
            }
        }

        private void Answer()
        {
            Span<byte> one = stackalloc byte[1];
            while (_wire.DeviceRead(one) == 1)
            {
                if (one[0] != '\r')
                {
                    _line.Append((char)one[0]);
                    continue;
                }

                _commands.Add(_line.ToString());
                Say(AnswerTo(_line.ToString()));
                _line.Clear();
            }
        }

        private string AnswerTo(string command)
        {
            if (command == _command || (_command.Length > 2 && command.StartsWith(_command, StringComparison.Ordinal))) return _answer;
            foreach (var (known, answer) in s_good)
                if (command == known || (known.Length > 2 && command.StartsWith(known, StringComparison.Ordinal))) return answer;
            return "OK";
        }

        private void Say(string text)
        {
            if (text.Length > 0) _wire.DeviceWrite(Encoding.Latin1.GetBytes("\r\n" + text + "\r\n"));
        }
    }
}
