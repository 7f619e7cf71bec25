using Nf.Boards.Network;
using Nf.Hal.Buses;

namespace Nf.Tests.Machine.BoardAdapters;

/// <summary>The loop's side of a TLS connection and the thread's, called in turn.</summary>
[TestClass]
public sealed class TlsWorkerTests
{
    private readonly TransportStub _transport = new();
    private readonly TlsWorker _worker;

    public TlsWorkerTests() => _worker = new TlsWorker(_transport);

    [TestMethod]
    public void It_connects_on_the_thread_sends_and_receives()
    {
        Assert.IsFalse(_worker.Work(), "nothing was asked for");
        _worker.Connect("anaf.ro", 443);
        Assert.AreEqual(TlsSocketStatus.Connecting, _worker.Status);
        Assert.AreEqual(0, _worker.Write([1], 0, 1));
        Assert.IsTrue(_worker.Work());
        Assert.AreEqual(TlsSocketStatus.Connected, _worker.Status);
        Assert.AreEqual("TLS", _worker.Protocol);
        Assert.AreEqual(2, _worker.Write([1, 2, 3], 1, 2));
        _transport.Incoming.Enqueue([4, 5, 6]);
        Assert.IsTrue(_worker.Work());
        CollectionAssert.AreEqual(new byte[] { 2, 3 }, _transport.Sent);
        var buffer = new byte[4];
        Assert.AreEqual(2, _worker.Read(buffer, 0, 2));
        Assert.AreEqual(1, _worker.Read(buffer, 2, 2));
        CollectionAssert.AreEqual(new byte[] { 4, 5, 6, 0 }, buffer);
        Assert.IsFalse(_worker.Work());
    }

    [TestMethod]
    public void The_registers_clock_is_read_by_the_loop_and_never_by_the_thread()
    {
        _worker.Connect("anaf.ro", 443);
        Assert.AreEqual(1, _transport.Prepared);
        _worker.Work();
        Assert.AreEqual(1, _transport.Prepared);
    }

    [TestMethod]
    public void What_came_before_the_end_can_be_read_after_it()
    {
        Open();
        _transport.Incoming.Enqueue([1]);
        _transport.AtEnd = -1;
        _worker.Work();
        _worker.Work();
        Assert.AreEqual(TlsSocketStatus.Ended, _worker.Status);
        Assert.AreEqual(1, _worker.Read(new byte[4], 0, 4));
    }

    [TestMethod]
    public void A_server_that_is_slow_to_read_stops_the_loop_from_writing_and_nothing_is_lost()
    {
        Open();
        byte[] all = [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7))];
        var written = 0;
        while (written < all.Length)
        {
            written += _worker.Write(all, written, all.Length - written);
            if (written < all.Length) Assert.AreEqual(0, _worker.Write(all, written, 1));
            _worker.Work();
        }

        while (_worker.Work()) { }
        CollectionAssert.AreEqual(all, _transport.Sent);
    }

    [TestMethod]
    public void A_loop_that_is_slow_to_read_stops_the_thread_from_reading()
    {
        Open();
        for (var i = 0; i < 10; i++) _transport.Incoming.Enqueue(new byte[1024]);
        while (_worker.Work()) { }
        Assert.HasCount(6, _transport.Incoming, "4 KB wait for the loop");
        Assert.AreEqual(4096, _worker.Read(new byte[8192], 0, 8192));
    }

    [TestMethod]
    public void An_answer_to_what_is_no_longer_asked_counts_for_nothing()
    {
        _worker.Connect("one", 1);
        _transport.Meanwhile = () =>
        {
            _transport.Meanwhile = () => { };
            _worker.Close();
        };
        _worker.Work();
        Assert.AreEqual(TlsSocketStatus.Closed, _worker.Status);
        Assert.IsTrue(_worker.Work());
        Assert.AreEqual("open one:1, close", string.Join(", ", _transport.Calls));
        _worker.Connect("two", 2);
        _worker.Work();
        Assert.AreEqual(TlsSocketStatus.Connected, _worker.Status);
    }

    [TestMethod]
    public void Failures_keep_their_reason_and_a_new_connection_closes_the_old_one()
    {
        _transport.Opens = TlsSocketStatus.TlsFailed;
        Open();
        Assert.AreEqual(TlsSocketStatus.TlsFailed, _worker.Status);
        _transport.Opens = TlsSocketStatus.Connected;
        _worker.Connect("two", 2);
        _worker.Work();
        Assert.AreEqual("open one:1, close, open two:2", string.Join(", ", _transport.Calls));
        _transport.Broken = true;
        _worker.Write([1], 0, 1);
        _worker.Work();
        Assert.AreEqual(TlsSocketStatus.Lost, _worker.Status);
    }

    [TestMethod]
    public void Certificates_get_the_zero_byte_that_the_runtime_wants_and_a_place_is_shown_when_named()
    {
        _worker.StoreAuthorities("CA"u8.ToArray(), 2);
        _worker.StoreIdentity(1, "CERT.."u8.ToArray(), 4, "KEY"u8.ToArray(), 3);
        Open();
        Assert.IsNull(_transport.Files!.Certificate);
        _worker.Use(1);
        CollectionAssert.AreEqual("CA\0"u8.ToArray(), _transport.Files.Authorities);
        CollectionAssert.AreEqual("CERT\0"u8.ToArray(), _transport.Files.Certificate);
        var key = _transport.Files.Key;
        CollectionAssert.AreEqual("KEY\0"u8.ToArray(), key);
        _worker.StoreIdentity(1, [1], 1, [2], 1);
        CollectionAssert.AreEqual(new byte[4], key, "the key before is wiped");
    }

    [TestMethod]
    [DataRow(10061, TlsSocketStatus.Refused)]
    [DataRow(10060, TlsSocketStatus.NoAnswer)]
    [DataRow(10065, TlsSocketStatus.NoAnswer)]
    [DataRow(11001, TlsSocketStatus.NameUnknown)]
    [DataRow(10054, TlsSocketStatus.Lost)]
    public void A_sockets_number_says_what_was_wrong(int error, TlsSocketStatus status) => Assert.AreEqual(status, SocketFaults.Of(error));

    private void Open()
    {
        _worker.Connect("one", 1);
        _worker.Work();
    }
}
