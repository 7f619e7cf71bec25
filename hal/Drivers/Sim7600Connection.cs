using System;
using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>Session 0 of the module's SSL service: TLS with the files of <see cref="Sim7600Files"/>.</summary>
internal sealed class Sim7600Connection : AtTask, ISecureConnection
{
    private const int SendSize = 1024;
    private const int ReceiveSize = 1024;

    // Half the buffer: there is room while the owner reads the other half.
    private const int ReceivePiece = 512;

    // The module's own send timeout is 60 s at least (AT+CCHCFG).
    private const int SendTime = 70000;

    private const string OpenAnswer = "+CCHOPEN:";
    private const string ReceiveAnswer = "+CCHRECV:";
    private const string ReceiveData = "+CCHRECV: DATA,";

    private readonly AtChannel _at;
    private readonly Sim7600Start _link;
    private readonly Sim7600Tls _tls;
    private readonly byte[] _send = new byte[SendSize];
    private readonly InputBuffer _received = new InputBuffer(ReceiveSize);
    private string _host = "";
    private int _port;
    private int _sendLength;
    private bool _moreToRead;
    private bool _peerClosed;
    private bool _closeDue;
    private Work _work;

    internal Sim7600Connection(AtChannel at, Sim7600Start link, Sim7600Files files)
    {
        _at = at;
        _link = link;
        _tls = new Sim7600Tls(link, files);
    }

    private enum Work
    {
        None,
        Close,
        Configure,
        Open,
        Send,
        Receive,
    }

    /// <inheritdoc/>
    public ConnectionState State { get; private set; }

    /// <inheritdoc/>
    public ConnectionFault Fault { get; private set; }

    /// <inheritdoc/>
    public string Protocol => State == ConnectionState.Open || State == ConnectionState.Ended ? "TLS 1.2" : "";

    /// <inheritdoc/>
    public void Open(string host, int port)
    {
        Close();
        _host = host;
        _port = port;
        _moreToRead = _peerClosed = false;
        Fault = ConnectionFault.None;
        State = ConnectionState.Opening;
        if (_link.State != LinkState.Up) Drop(ConnectionFault.Lost);
    }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count) => _received.Read(buffer, offset, count);

    /// <inheritdoc/>
    public int Write(byte[] buffer, int offset, int count)
    {
        // What the module is being given stays as it is until it has it.
        if (State != ConnectionState.Open || _work == Work.Send) return 0;
        if (count > SendSize - _sendLength) count = SendSize - _sendLength;
        Array.Copy(buffer, offset, _send, _sendLength, count);
        _sendLength += count;
        return count;
    }

    /// <inheritdoc/>
    public void Close()
    {
        bool begun = State == ConnectionState.Opening && _work == Work.Open;
        if (State == ConnectionState.Open || State == ConnectionState.Ended || begun) _closeDue = true;
        State = ConnectionState.Closed;
        Fault = ConnectionFault.None;
        _sendLength = 0;
        _received.Clear();
    }

    /// <summary>It broke, with the link.</summary>
    internal void Drop(ConnectionFault fault)
    {
        _work = Work.None;
        _closeDue = false;
        if (State == ConnectionState.Opening || State == ConnectionState.Open) Fail(fault);
    }

    /// <summary>The line announces data, although it begins as the awaited one does.</summary>
    internal bool Announces(AtText line) => _work == Work.Receive && line.StartsWith(ReceiveData);

    /// <summary>A line that answers no command (application note, 4.1.2).</summary>
    internal void TakeLine(AtText line)
    {
        if (Announces(line)) BeginData(line.Number(2));
        else if (line.StartsWith("+CCHEVENT: 0,RECV EVENT")) _moreToRead = true;
        else if (line.Is("+CCH_PEER_CLOSED: 0")) EndByPeer();
        else if (line.StartsWith("+CCH_RECV_CLOSED: 0,")) EndByFault(line.Number(1));
        else if (line.StartsWith("+CCH: CCH STOP")) _link.Fail(LinkFault.AccessPointRefused);
        if (_link.State == LinkState.Failed) Drop(ConnectionFault.Lost);
    }

    /// <summary>Bytes of the server.</summary>
    internal void TakeData(byte[] bytes, int offset, int count) => _received.Add(bytes, offset, count);

    internal override bool Begin()
    {
        if (_link.State != LinkState.Up) return false;
        if (_closeDue) _work = Work.Close;
        else if (State == ConnectionState.Opening) _work = _tls.IsSet ? Work.Open : Work.Configure;
        else if (State == ConnectionState.Open && _moreToRead && _received.MakeRoom(ReceivePiece)) _work = Work.Receive;
        else if (State == ConnectionState.Open && _sendLength > 0 && !_peerClosed) _work = Work.Send;
        else return false;
        SendCommand();
        return true;
    }

    internal override void End(AtResult result)
    {
        Work work = _work;
        _work = Work.None;
        switch (work)
        {
            case Work.Close:
                _closeDue = false;
                break;
            case Work.Configure:
                EndConfiguring(result);
                break;
            case Work.Open:
                if (State == ConnectionState.Opening) EndOpening(result);
                break;
            case Work.Send:
                _sendLength = 0;
                if (result != AtResult.Ok && State == ConnectionState.Open) EndByFault(1);
                break;
            case Work.Receive:
                EndReceiving(result);
                break;
            default:
                break;
        }
    }

    private void SendCommand()
    {
        switch (_work)
        {
            case Work.Close:
                _at.Send("AT+CCHCLOSE=0", "+CCHCLOSE:", Sim7600Start.CommandTime);
                break;
            case Work.Configure:
                _at.Send(_tls.NextSetting(), Sim7600Start.CommandTime);
                break;
            case Work.Open:
                _at.Send("AT+CCHOPEN=0,\"" + _host + "\"," + _port.ToString() + ",2", OpenAnswer, Sim7600Start.NetworkTime);
                break;
            case Work.Send:
                _at.Send("AT+CCHSEND=0," + _sendLength.ToString(), _send, _sendLength, SendTime);
                break;
            default:
                _moreToRead = false;
                _at.Send("AT+CCHRECV=0," + ReceivePiece.ToString(), ReceiveAnswer, Sim7600Start.CommandTime);
                break;
        }
    }

    private void EndConfiguring(AtResult result)
    {
        _tls.End(result == AtResult.Ok);
        // Without its protection a connection is not opened at all.
        if (result == AtResult.Ok || State != ConnectionState.Opening) return;
        Fail(result == AtResult.Late ? ConnectionFault.Lost : ConnectionFault.TlsFailed);
    }

    private void EndOpening(AtResult result)
    {
        int number = _at.Answer.Number(1);
        if (result == AtResult.Ok && number == 0) State = ConnectionState.Open;
        else Fail(result == AtResult.Late ? ConnectionFault.NoAnswer : Sim7600Tls.FaultOf(number));
        // A module that is still trying must not succeed behind the register's back.
        if (result == AtResult.Late) _closeDue = true;
    }

    private void BeginData(int count)
    {
        // More than was asked for is not what the module said: from here on nothing it brings can be told apart.
        if (count < 0 || count > ReceivePiece)
        {
            EndByFault(1);
            return;
        }

        _at.ExpectData(count);
        _moreToRead = true;
    }

    private void EndReceiving(AtResult result)
    {
        if (result == AtResult.Late && State == ConnectionState.Open) EndByFault(1);
        // An error says that there was nothing: the event came before the data were fetched.
        if (!_moreToRead && _peerClosed && State == ConnectionState.Open) State = ConnectionState.Ended;
    }

    private void EndByPeer()
    {
        if (State != ConnectionState.Open) return;
        // The module keeps what came before the end; it is asked until there is nothing.
        _peerClosed = true;
        _moreToRead = true;
    }

    private void EndByFault(int number)
    {
        if (number == 0) EndByPeer();
        else if (State == ConnectionState.Open)
        {
            _closeDue = true;
            Fail(ConnectionFault.Lost);
        }
    }

    private void Fail(ConnectionFault fault)
    {
        State = ConnectionState.Failed;
        Fault = fault;
        _sendLength = 0;
    }
}
