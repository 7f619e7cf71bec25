using System.Text;
using Nf.Emulator.Machine;
using Nf.Firmware.Errors;
using Nf.Firmware.Http;
using Nf.Hal.Devices;

namespace Nf.Tests.Machine.Network;

/// <summary>An exchange over a connection that does what the test says: every time limit, every way to break.</summary>
[TestClass]
public sealed class HttpExchangeTests
{
    private const string Url = "https://anaf.nf.test:8443/bon?a=1";

    private readonly VirtualTime _time = new();
    private readonly Line _line = new();
    private readonly byte[] _answer = new byte[100];
    private readonly HttpExchange _exchange;

    public HttpExchangeTests() => _exchange = new HttpExchange(_time);

    [TestMethod]
    public void Request_is_what_the_protocol_says()
    {
        Begin([1, 2, 3]);
        _line.State = ConnectionState.Open;
        Run(() => _line.Sent.Count > 0 && HttpText.Body([.. _line.Sent], out _));
        var text = Encoding.Latin1.GetString([.. _line.Sent]);
        Assert.AreEqual("POST /bon?a=1 HTTP/1.1\r\nHost: anaf.nf.test:8443\r\nContent-Type: application/pkcs10\r\nContent-Length: 3\r\nConnection: close\r\n\r\n\u0001\u0002\u0003", text);
        Assert.AreEqual("anaf.nf.test:8443", _line.Opened);
    }

    [TestMethod]
    public void Nobody_answers_the_connection() => TakesAbout(HttpExchange.ConnectTime, HttpFault.NoAnswer, FiscalError.ServerUnreachable);

    [TestMethod]
    public void Server_takes_no_bytes()
    {
        _line.Window = 0;
        _line.OpensAtOnce = true;
        TakesAbout(HttpExchange.SendTime, HttpFault.SendStalled, FiscalError.SendStalled);
    }

    [TestMethod]
    public void Server_takes_bytes_slowly_but_does()
    {
        _line.Window = 1;
        _line.OpensAtOnce = true;
        _line.Reply = HttpText.Ok("bine");
        Begin(new byte[3000]);
        Run(() => _exchange.IsDone);
        Assert.AreEqual(HttpFault.None, _exchange.Fault);
    }

    [TestMethod]
    public void Server_never_answers()
    {
        _line.OpensAtOnce = true;
        TakesAbout(HttpExchange.FirstByteTime, HttpFault.AnswerLate, FiscalError.AnswerLate);
    }

    [TestMethod]
    public void Server_drips()
    {
        _line.OpensAtOnce = true;
        _line.Reply = HttpText.Ok("bine");
        _line.DripEvery = 1_000_000;
        _line.Time = _time;
        Begin([1]);
        Run(() => _exchange.IsDone);
        Assert.AreEqual(HttpFault.AnswerLate, _exchange.Fault);
        Assert.IsLessThan(HttpExchange.AnswerTime + 5000, _exchange.Duration);
    }

    [TestMethod]
    public void Body_that_cannot_be_read_ends_it()
    {
        _line.OpensAtOnce = true;
        var url = new HttpUrl();
        url.Parse(Url);
        _exchange.Begin(_line, url, "a/b", new ArraySource(new byte[3000], 1000), _answer);
        Run(() => _exchange.IsDone);
        Assert.AreEqual(HttpFault.BodyUnreadable, _exchange.Fault);
        Assert.AreEqual(FiscalError.JournalDamaged, _exchange.Error);
        Assert.AreEqual(ConnectionState.Closed, _line.State);
    }

    [TestMethod]
    public void Answer_that_comes_before_the_body_was_sent_counts()
    {
        _line.OpensAtOnce = true;
        _line.Window = 1;
        _line.Reply = "HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n"u8.ToArray();
        _line.RepliesAtOnce = true;
        Begin(new byte[5000]);
        Run(() => _exchange.IsDone);
        Assert.AreEqual(HttpFault.None, _exchange.Fault);
        Assert.AreEqual(413, _exchange.Status);
    }

    [TestMethod]
    [DataRow(ConnectionFault.NameUnknown, HttpFault.NameUnknown)]
    [DataRow(ConnectionFault.NoAnswer, HttpFault.NoAnswer)]
    [DataRow(ConnectionFault.Refused, HttpFault.Refused)]
    [DataRow(ConnectionFault.TlsFailed, HttpFault.TlsFailed)]
    [DataRow(ConnectionFault.ServerNotTrusted, HttpFault.ServerNotTrusted)]
    [DataRow(ConnectionFault.CertificateRefused, HttpFault.CertificateRefused)]
    [DataRow(ConnectionFault.Lost, HttpFault.Lost)]
    public void Fault_of_the_connection_is_the_exchanges(ConnectionFault fault, HttpFault expected)
    {
        Begin([1]);
        _line.State = ConnectionState.Failed;
        _line.Fault = fault;
        Run(() => _exchange.IsDone);
        Assert.AreEqual(expected, _exchange.Fault);
        Assert.AreNotEqual("", FiscalErrors.Cause(_exchange.Error));
        Assert.AreNotEqual("", FiscalErrors.Next(_exchange.Error));
    }

    [TestMethod]
    public void Connection_that_ends_or_breaks_at_any_byte_of_the_answer_is_lost()
    {
        var whole = HttpText.Ok("bine");
        for (var cut = 0; cut < whole.Length; cut++)
        {
            foreach (var end in new[] { ConnectionState.Ended, ConnectionState.Failed })
            {
                _line.Reset();
                _line.OpensAtOnce = true;
                _line.Reply = whole[..cut];
                _line.EndsAs = end;
                Begin([1]);
                Run(() => _exchange.IsDone);
                Assert.AreEqual(HttpFault.Lost, _exchange.Fault, $"{cut} {end}");
            }
        }
    }

    [TestMethod]
    public void Cancelling_closes_the_connection()
    {
        Begin([1]);
        _exchange.Cancel();
        Assert.IsTrue(_exchange.IsDone);
        Assert.AreEqual(FiscalError.ExchangeCancelled, _exchange.Error);
        Assert.AreEqual(ConnectionState.Closed, _line.State);
    }

    [TestMethod]
    public void Address_that_was_not_parsed_is_not_connected_to()
    {
        _exchange.Begin(_line, new HttpUrl(), "a/b", new ArraySource([1]), _answer);
        Assert.AreEqual(FiscalError.ServerAddressWrong, _exchange.Error);
        Assert.AreEqual("", _line.Opened);
    }

    [TestMethod]
    [DataRow("https://a", "a", 443)]
    [DataRow("HTTPS://A.b-c.RO/x", "A.b-c.RO", 443)]
    [DataRow("https://10.0.0.1:65535/x", "10.0.0.1", 65535)]
    [DataRow("https://host?x", "host", 443)]
    [DataRow("https://a.ro:1", "a.ro", 1)]
    public void Addresses_are_taken_apart(string text, string host, int port)
    {
        var url = new HttpUrl();
        Assert.IsTrue(url.Parse(text), text);
        Assert.AreEqual(host, url.Host);
        Assert.AreEqual(port, url.Port);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("https://")]
    [DataRow("http://anaf.ro/")]
    [DataRow("https:/anaf.ro/")]
    [DataRow("ftp://anaf.ro/")]
    [DataRow("https:///x")]
    [DataRow("https://user@anaf.ro/")]
    [DataRow("https://user:pass@anaf.ro/")]
    [DataRow("https://anaf.ro:0/")]
    [DataRow("https://anaf.ro:65536/")]
    [DataRow("https://anaf.ro:/")]
    [DataRow("https://anaf.ro:80a/")]
    [DataRow("https://anaf.ro:443443443443/")]
    [DataRow("https://anaf..ro/")]
    [DataRow("https://.anaf.ro/")]
    [DataRow("https://anaf.ro./")]
    [DataRow("https://-anaf.ro/")]
    [DataRow("https://anaf-.ro/")]
    [DataRow("https://an_af.ro/")]
    [DataRow("https://[::1]/")]
    [DataRow("https://anaf.ro/a b")]
    [DataRow("https://anaf.ro/#x")]
    [DataRow("https://anaf.ro/\r\nHost: x")]
    [DataRow("https://anaf.ro/\"")]
    [DataRow("https://anaf.ro\\x")]
    [DataRow("https://anaf.ro/ă")]
    [DataRow("https://anaf.ro/12345678901234567890123456789012345")]
    [DataRow(" https://anaf.ro/")]
    public void Addresses_that_are_none_are_refused(string text)
    {
        var url = new HttpUrl();
        Assert.IsFalse(url.Parse(text), text);
        Assert.AreEqual(0, url.Port);
        Assert.AreEqual("", url.Host);
    }

    private void TakesAbout(int milliseconds, HttpFault fault, FiscalError error)
    {
        Begin([1, 2, 3]);
        Run(() => _exchange.IsDone);
        Assert.AreEqual(fault, _exchange.Fault);
        Assert.AreEqual(error, _exchange.Error);
        Assert.IsTrue(_exchange.Duration >= milliseconds && _exchange.Duration < milliseconds + 2000, $"{_exchange.Duration} ms");
        Assert.AreEqual(ConnectionState.Closed, _line.State);
    }

    private void Begin(byte[] body)
    {
        var url = new HttpUrl();
        Assert.IsTrue(url.Parse(Url));
        _exchange.Begin(_line, url, "application/pkcs10", new ArraySource(body), _answer);
    }

    private void Run(Func<bool> condition)
    {
        for (var i = 0; i < 100_000 && !condition(); i++)
        {
            _exchange.Poll();
            _time.AdvanceTo(_time.NowMicroseconds + 10_000);
        }

        Assert.IsTrue(condition());
    }

    /// <summary>A connection by hand.</summary>
    private sealed class Line : ISecureConnection
    {
        private int _read;
        private long _readAt;
        private bool _opened;

        public ConnectionState State { get; set; }

        public ConnectionFault Fault { get; set; }

        public string Protocol => "TLS 1.3";

        public string Opened { get; private set; } = "";

        public List<byte> Sent { get; } = [];

        /// <summary>Bytes that it takes at once.</summary>
        public int Window { get; set; } = int.MaxValue;

        public bool OpensAtOnce { get; set; }

        public bool RepliesAtOnce { get; set; }

        public byte[] Reply { get; set; } = [];

        /// <summary>What it is when the reply was read; Open leaves it open.</summary>
        public ConnectionState EndsAs { get; set; } = ConnectionState.Open;

        /// <summary>Microseconds between bytes of the reply.</summary>
        public long DripEvery { get; set; }

        public VirtualTime? Time { get; set; }

        public void Reset()
        {
            Sent.Clear();
            _read = 0;
        }

        public void Open(string host, int port)
        {
            Opened = $"{host}:{port}";
            _opened = true;
            State = OpensAtOnce ? ConnectionState.Open : ConnectionState.Opening;
        }

        public int Read(byte[] buffer, int offset, int count)
        {
            if (!_opened || (!RepliesAtOnce && !HttpText.Body([.. Sent], out _))) return 0;
            if (DripEvery > 0 && Time!.NowMicroseconds - _readAt < DripEvery) return 0;
            count = Math.Min(Math.Min(count, DripEvery > 0 ? 1 : int.MaxValue), Reply.Length - _read);
            Array.Copy(Reply, _read, buffer, offset, count);
            _read += count;
            _readAt = Time?.NowMicroseconds ?? 0;
            if (_read == Reply.Length && State == ConnectionState.Open) State = EndsAs;
            return count;
        }

        public int Write(byte[] buffer, int offset, int count)
        {
            count = Math.Min(count, Window);
            Sent.AddRange(buffer.AsSpan(offset, count));
            return count;
        }

        public void Close() => State = ConnectionState.Closed;
    }
}
