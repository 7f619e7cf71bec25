using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.Http;
using Nf.Hal.Devices;

namespace Nf.Firmware.Online;

/// <summary>Posts one message over the first way out that leads to the server, and remembers what happened on each that was tried.</summary>
/// <remarks>
/// The caller makes the message (the empty one, annex 2, II.9) and judges the answer's content.
/// <code>test.Begin(url, type, message, answer); ... test.Poll(); ... if (test.IsDone) report.LayOut(test, now);</code>
/// </remarks>
public sealed class ConnectionTest
{
    private const int Good = 200;
    private const int MaxAttempts = 3;

    private readonly NetworkPath _path;
    private readonly HttpExchange _exchange;
    private readonly HttpUrl _url = new HttpUrl();
    private readonly ConnectionAttempt[] _attempts = new ConnectionAttempt[MaxAttempts];
    private string _type;
    private IByteSource _message;
    private byte[] _answer;
    private INetworkLink _link;
    private TlsFeed _feed;
    private bool _isAddress;
    private bool _begun;
    private bool _feeds;
    private bool _posts;

    /// <param name="path">The ways out; nobody else may use them meanwhile.</param>
    /// <param name="exchange">The HTTP client, as well.</param>
    public ConnectionTest(NetworkPath path, HttpExchange exchange)
    {
        _path = path;
        _exchange = exchange;
    }

    /// <summary>It is over, or there was none.</summary>
    public bool IsDone { get; private set; } = true;

    /// <summary>There was one since the start, or one is under way.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Why the server was not reached, on the way that got furthest; None when it answered with status 200.</summary>
    public FiscalError Error { get; private set; }

    /// <summary>The server as the address names it.</summary>
    public string Server => _url.Host;

    /// <summary>Its port; 0 when the address was wrong.</summary>
    public int Port => _url.Port;

    /// <summary>Ways that were tried.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes of the answer's body.</summary>
    public int Length => _exchange.Length;

    /// <summary>What happened on a way, from 0 in the order tried.</summary>
    public ConnectionAttempt Attempt(int index) => _attempts[index];

    /// <summary>The answer's media type is this one, in small letters.</summary>
    public bool HasType(string mediaType) => _exchange.HasType(mediaType);

    /// <summary>Begins.</summary>
    /// <param name="url">The server's address.</param>
    /// <param name="type">The message's media type.</param>
    /// <param name="message">What is posted; read until the test is over.</param>
    /// <param name="answer">Where the answer's body goes.</param>
    public void Begin(string url, string type, IByteSource message, byte[] answer) => Begin(url, type, message, answer, null);

    /// <summary>Begins; the ways out get the certificates in force first.</summary>
    internal void Begin(string url, string type, IByteSource message, byte[] answer, TlsFeed feed)
    {
        _feed = feed;
        _type = type;
        _message = message;
        _answer = answer;
        _link = null;
        _begun = _feeds = _posts = false;
        HasBegun = true;
        Count = 0;
        IsDone = false;
        Error = FiscalError.None;
        _isAddress = _url.Parse(url);
    }

    /// <summary>One bounded step; false when there was nothing to do. The path is polled by its owner.</summary>
    public bool Poll()
    {
        if (IsDone) return false;
        if (!_begun) return StartPath();
        if (_posts) return PollExchange();
        if (_path.Link != _link) NoteLink();
        if (_path.State == LinkState.Failed) return Finish(Reason());
        if (_path.State != LinkState.Up) return false;
        if (_feed == null) return Post();
        if (!_feeds) _feed.Begin(_link);
        _feeds = true;
        return Feed();
    }

    /// <summary>Ends it with this verdict, which is also that of the last way.</summary>
    internal void End(FiscalError error)
    {
        if (IsDone && Error == error) return;
        if (Count > 0) Last.Error = error;
        Finish(error);
    }

    // Not before the first step: who had the ways out gives them up in between.
    private bool StartPath()
    {
        if (!_isAddress) return Finish(FiscalError.ServerAddressWrong);
        _begun = true;
        _path.Start();
        return true;
    }

    private void NoteLink()
    {
        // The way before did not come up: the path went on to the next one by itself.
        if (_link != null && Count > 0 && Last.Error == FiscalError.None) Last.Error = _path.Error;
        _link = _path.Link;
        _feeds = false;
        if (_link == null || Count == MaxAttempts) return;
        _attempts[Count++] = new ConnectionAttempt { Kind = _link.Kind };
    }

    private bool Feed()
    {
        FiscalError error = _feed.Poll();
        if (error == FiscalError.Busy) return true;
        _feeds = false;
        if (error == FiscalError.None) return Post();
        Last.Error = error;
        _path.Next(error);
        return true;
    }

    private bool Post()
    {
        Last.Network = _link.Network;
        Last.Signal = _link.Signal;
        Last.Address = _link.Address;
        _exchange.Begin(_link.Connection, _url, _type, _message, _answer);
        _posts = true;
        return true;
    }

    private bool PollExchange()
    {
        bool worked = _exchange.Poll();
        if (!_exchange.IsDone) return worked;
        _posts = false;
        Last.Protocol = _exchange.Protocol;
        Last.Status = _exchange.Fault == HttpFault.None ? _exchange.Status : 0;
        Last.Duration = _exchange.Duration;
        Last.Error = _exchange.Error;
        if (Last.Error == FiscalError.None && Last.Status != Good) Last.Error = FiscalError.ServerStatus;
        // A server that answers was reached: another way would lead to the same answer.
        if (Last.Status != 0) return Finish(Last.Error);
        _path.Next(Last.Error);
        return true;
    }

    // A way that came up says more about the server than one that has no cable.
    private FiscalError Reason()
    {
        for (int i = 0; i < Count; i++)
            if (_attempts[i].Address.Length > 0) return _attempts[i].Error;
        return _path.Error;
    }

    private ConnectionAttempt Last => _attempts[Count - 1];

    private bool Finish(FiscalError error)
    {
        Error = error;
        IsDone = true;
        _message = null;
        _answer = null;
        if (_feed != null) _feed.Release();
        _exchange.Cancel();
        _path.Release();
        return true;
    }
}
