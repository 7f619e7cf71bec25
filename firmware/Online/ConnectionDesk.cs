using Nf.Firmware.Bytes;
using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Online;

/// <summary>The technician's connection test from its beginning to its document; the document is issued when nothing else is on its way.</summary>
public sealed class ConnectionDesk
{
    private readonly DocumentIssuer _issuer;
    private readonly Readiness _readiness;
    private readonly ConnectionReport _report;
    private bool _isDue;
    private bool _isJudged;

    internal ConnectionDesk(DocumentIssuer issuer, Readiness readiness, ConnectionReport report, ConnectionTest test)
    {
        _issuer = issuer;
        _readiness = readiness;
        _report = report;
        Test = test;
    }

    /// <summary>The last test.</summary>
    public ConnectionTest Test { get; }

    /// <summary>A test is under way, or its document is not issued.</summary>
    public bool IsBusy => !Test.IsDone || _isDue;

    /// <summary>The document waits to be issued.</summary>
    internal bool IsDue => _isDue && _isJudged && Test.IsDone;

    /// <summary>Begins a test. Busy: one is under way.</summary>
    /// <param name="url">The server's address.</param>
    /// <param name="type">The message's media type.</param>
    /// <param name="message">What is posted; read until the test is over.</param>
    /// <param name="answer">Where the answer's body goes.</param>
    public FiscalError Begin(string url, string type, IByteSource message, byte[] answer)
    {
        if (IsBusy) return FiscalError.Busy;
        Begin(url, type, message, answer, null);
        _isJudged = true;
        return FiscalError.None;
    }

    /// <summary>Begins a test whose answer is judged by whoever begins it, with the certificates in force.</summary>
    internal void Begin(string url, string type, IByteSource message, byte[] answer, TlsFeed feed)
    {
        Test.Begin(url, type, message, answer, feed);
        _isDue = true;
        _isJudged = false;
    }

    /// <summary>The answer was judged; a test that is not over is ended for this reason.</summary>
    internal void Judge(FiscalError error)
    {
        Test.End(error);
        _isJudged = true;
    }

    /// <summary>Issues the document; false when it cannot be now.</summary>
    internal bool Issue()
    {
        if (_readiness.ForReport(out long now) != FiscalError.None) return false;
        _isDue = false;
        _report.LayOut(Test, now);
        if (_issuer.Measure() == FiscalError.None) _issuer.DecideKeepingAnswer(DocumentKind.ConnectionTest, now);
        return true;
    }
}
