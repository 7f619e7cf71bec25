using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.Http;
using Nf.Hal.Devices;

namespace Nf.Firmware.Online;

/// <summary>One request to ANAF's server over the first way out that leads there, with the certificates in force.</summary>
/// <remarks><code>call.Begin(url, type, body); ... FiscalError error = call.Poll(); // Busy; None: call.Length bytes of answer</code></remarks>
internal sealed class ServerCall
{
    private const string SignedType = "application/pkcs7-mime";
    private const int Good = 200;

    private readonly NetworkPath _path;
    private readonly HttpExchange _exchange;
    private readonly TlsFeed _feed;
    private readonly HttpUrl _url = new HttpUrl();
    private readonly Workbench _bench;
    private string _type;
    private IByteSource _body;
    private Step _step;

    internal ServerCall(NetworkPath path, HttpExchange exchange, TlsFeed feed, Workbench bench)
    {
        _path = path;
        _exchange = exchange;
        _feed = feed;
        _bench = bench;
    }

    private enum Step
    {
        Path,
        Feed,
        Exchange,
    }

    /// <summary>The way out leads to the server's door: the message goes out, or its answer comes in.</summary>
    internal bool IsExchanging => _step == Step.Exchange;

    /// <summary>Bytes of the answer, in the workbench's room.</summary>
    internal int Length => _exchange.Length;

    /// <summary>The last step did something; false: it waits for the way out or for the server.</summary>
    internal bool HasWorked { get; private set; }

    /// <summary>The server answered, whatever it said: the network works.</summary>
    internal bool HasAnswered { get; private set; }

    /// <summary>Begins; what was under way is given up.</summary>
    internal FiscalError Begin(string url, string type, IByteSource body)
    {
        HasAnswered = false;
        if (url.Length == 0 || !_url.Parse(url)) return FiscalError.ServerAddressMissing;
        _type = type;
        _body = body;
        _path.Start();
        _step = Step.Path;
        return FiscalError.None;
    }

    /// <summary>The next step. Busy: ask again; None: a signed answer is there.</summary>
    internal FiscalError Poll()
    {
        HasWorked = true;
        switch (_step)
        {
            case Step.Path: return WaitForPath();
            case Step.Feed: return Feed();
            default: return Exchange();
        }
    }

    /// <summary>Gives up and takes the way down.</summary>
    internal void Release()
    {
        _feed.Release();
        _exchange.Cancel();
        _path.Release();
        _body = null;
    }

    private FiscalError WaitForPath()
    {
        HasWorked = _path.State != LinkState.Starting;
        if (!HasWorked) return FiscalError.Busy;
        if (_path.State != LinkState.Up) return _path.Error;
        _feed.Begin(_path.Link);
        _step = Step.Feed;
        return FiscalError.Busy;
    }

    private FiscalError Feed()
    {
        if (_path.State != LinkState.Up) return Elsewhere(_path.Error);
        FiscalError error = _feed.Poll();
        if (error == FiscalError.Busy) return error;
        if (error != FiscalError.None) return Elsewhere(error);
        _exchange.Begin(_path.Link.Connection, _url, _type, _body, _bench.Tools.Room);
        _step = Step.Exchange;
        return FiscalError.Busy;
    }

    private FiscalError Exchange()
    {
        HasWorked = _exchange.Poll();
        if (!_exchange.IsDone) return FiscalError.Busy;
        if (_exchange.Fault != HttpFault.None) return Elsewhere(_exchange.Error);
        HasAnswered = true;
        return _exchange.Status == Good && _exchange.HasType(SignedType) ? FiscalError.None : FiscalError.AnswerWrong;
    }

    // Another way may lead there.
    private FiscalError Elsewhere(FiscalError error)
    {
        _feed.Release();
        if (_path.State == LinkState.Up) _path.Next(error);
        _step = Step.Path;
        return FiscalError.Busy;
    }
}
