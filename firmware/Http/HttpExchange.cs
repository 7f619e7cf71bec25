using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Hal.Devices;

namespace Nf.Firmware.Http;

/// <summary>One request and its answer over a TLS connection that it opens and closes; goes on by <see cref="Poll"/>.</summary>
/// <remarks>
/// The link that carries the connection is polled by its owner, between these polls.
/// <code>
/// exchange.Begin(link.Connection, url, "application/pkcs10", body, answer); ... exchange.Poll();
/// if (exchange.IsDone &amp;&amp; exchange.Error == FiscalError.None) Use(answer, exchange.Length);
/// </code>
/// </remarks>
public sealed class HttpExchange
{
    /// <summary>Bytes of the longest body that an answer may have (docs/reference/anaf-protocol.md).</summary>
    public const int MaxAnswer = 16384;

    /// <summary>Name, TCP and TLS, milliseconds: the modem's own longest time for its command that does all three.</summary>
    public const int ConnectTime = 120000;

    /// <summary>Without a byte of the request taken, milliseconds: the modem's own send timeout is 60 s and more.</summary>
    public const int SendTime = 75000;

    /// <summary>From the request's end to the answer's first byte, milliseconds: the server checks a signature meanwhile.</summary>
    public const int FirstByteTime = 60000;

    /// <summary>From the first byte to the last, milliseconds: 20 KB at the 10 kbit/s of a poor GPRS link take 16 s.</summary>
    public const int AnswerTime = 60000;

    private readonly IUptime _uptime;
    private readonly HttpAnswer _answer = new HttpAnswer();
    private readonly HttpRequest _request = new HttpRequest();
    private readonly byte[] _received = new byte[HttpRequest.PieceSize];
    private ISecureConnection _connection;
    private Step _step;
    private long _begunAt;
    private long _since;
    private bool _answers;

    public HttpExchange(IUptime uptime) => _uptime = uptime;

    private enum Step
    {
        Idle,
        Connecting,
        Open,
        Done,
    }

    /// <summary>The exchange is over, well or not; before the first too.</summary>
    public bool IsDone => _step == Step.Idle || _step == Step.Done;

    /// <summary>Why there is no answer; None when there is one, of whatever status.</summary>
    public HttpFault Fault { get; private set; }

    /// <summary>The same as the register's error.</summary>
    public FiscalError Error => Fault == HttpFault.BodyUnreadable ? _request.Error : HttpErrors.Of(Fault);

    /// <summary>The answer's status, 200 to 599.</summary>
    public int Status => _answer.Status;

    /// <summary>Bytes of its body.</summary>
    public int Length => _answer.Length;

    /// <summary>From the beginning to the end, connecting included, milliseconds.</summary>
    public int Duration { get; private set; }

    /// <summary>The TLS version that was agreed, as "TLS 1.2"; empty when it did not come to that.</summary>
    public string Protocol { get; private set; } = "";

    /// <summary>The body is of this media type (in small letters), whatever its parameters are.</summary>
    public bool HasType(string mediaType) => _answer.HasType(mediaType);

    /// <summary>Begins to connect and post; an exchange that was under way is given up.</summary>
    /// <param name="connection">A connection of a link that is up.</param>
    /// <param name="url">Where to; must have been parsed, and is not kept.</param>
    /// <param name="contentType">Of the body.</param>
    /// <param name="body">Read piece by piece until the exchange is over.</param>
    /// <param name="answer">Where the answer's body goes, at most <see cref="MaxAnswer"/> bytes.</param>
    public void Begin(ISecureConnection connection, HttpUrl url, string contentType, IByteSource body, byte[] answer)
    {
        if (!IsDone) Cancel();
        _connection = connection;
        Fault = HttpFault.None;
        Duration = 0;
        Protocol = "";
        _answers = false;
        _answer.Begin(answer);
        _begunAt = _since = _uptime.Milliseconds;
        if (url.Port == 0)
        {
            End(HttpFault.AddressWrong);
            return;
        }

        _request.Begin(url, contentType, body);
        connection.Open(url.Host, url.Port);
        _step = Step.Connecting;
    }

    /// <summary>One bounded step; false when there was nothing to do.</summary>
    public bool Poll()
    {
        if (IsDone) return false;
        if (_step == Step.Connecting) return Connect();
        bool worked = Receive();
        if (_step == Step.Open && !_request.IsSent && !_answers) worked |= Send();
        if (_step == Step.Open && !worked) worked = LookAtTime();
        return worked;
    }

    /// <summary>Gives the exchange up and closes the connection.</summary>
    public void Cancel()
    {
        if (!IsDone) End(HttpFault.Cancelled);
    }

    /// <summary>Lets go of the message and of the room of the answer, when nobody needs them any more.</summary>
    public void Forget()
    {
        Cancel();
        _request.Forget();
        _answer.Forget();
    }

    private bool Connect()
    {
        ConnectionState state = _connection.State;
        if (state == ConnectionState.Open)
        {
            Protocol = _connection.Protocol;
            _since = _uptime.Milliseconds;
            _step = Step.Open;
            return true;
        }

        if (state == ConnectionState.Failed) return End(HttpErrors.Of(_connection.Fault));
        if (state != ConnectionState.Opening) return End(HttpFault.Lost);
        return IsLate(ConnectTime) && End(HttpFault.NoAnswer);
    }

    private bool Receive()
    {
        // The state is asked first: what came before the end can be read after it.
        ConnectionState state = _connection.State;
        int count = _connection.Read(_received, 0, _received.Length);
        if (count > 0) return Take(count);
        if (state == ConnectionState.Open) return false;
        if (state == ConnectionState.Ended)
        {
            _answer.End();
            return End(_answer.Fault);
        }

        return End(state == ConnectionState.Failed ? HttpErrors.Of(_connection.Fault) : HttpFault.Lost);
    }

    private bool Take(int count)
    {
        if (!_answers) _since = _uptime.Milliseconds;
        _answers = true;
        _answer.Take(_received, 0, count);
        if (_answer.IsOver) return End(_answer.Fault);
        // Bytes that drip in are work at every turn, and must not hide that time is up.
        LookAtTime();
        return true;
    }

    private bool Send()
    {
        bool moved = _request.Send(_connection);
        if (_request.Error != FiscalError.None) return End(HttpFault.BodyUnreadable);
        if (moved) _since = _uptime.Milliseconds;
        return moved;
    }

    private bool LookAtTime()
    {
        if (!_answers && !_request.IsSent) return IsLate(SendTime) && End(HttpFault.SendStalled);
        return IsLate(_answers ? AnswerTime : FirstByteTime) && End(HttpFault.AnswerLate);
    }

    private bool IsLate(int milliseconds) => _uptime.Milliseconds - _since >= milliseconds;

    private bool End(HttpFault fault)
    {
        Fault = fault;
        Duration = (int)(_uptime.Milliseconds - _begunAt);
        _step = Step.Done;
        _connection.Close();
        return true;
    }
}
