using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Provisioning;

namespace Nf.Firmware.Online;

/// <summary>Reads what ANAF's server answered to a message (OPANAF 146/2018, II.3): its signature, whose answer it is, and the configuration inside, which is obeyed.</summary>
/// <remarks><code>answer.Begin(length, id, idLength, now); ... FiscalError error = answer.Step(now); // Busy; None: answer.Code tells what became of the message</code></remarks>
internal sealed class ServerAnswer
{
    private const int HadAlready = 1;

    private readonly AnafSignature _signature;
    private readonly ConfigurationUpdate _update;
    private readonly ConfigurationParser _parser;
    private readonly byte[] _room;
    private byte[] _id;
    private int _idLength;
    private Part _part;

    /// <param name="signature">Verifies it.</param>
    /// <param name="update">Obeys it.</param>
    /// <param name="parser">Reads it; nobody else's while this is under way.</param>
    /// <param name="room">Where the answer is; written over.</param>
    internal ServerAnswer(AnafSignature signature, ConfigurationUpdate update, ConfigurationParser parser, byte[] room)
    {
        _parser = parser;
        _signature = signature;
        _update = update;
        _room = room;
    }

    private enum Part
    {
        Verify,
        Read,
        Obey,
    }

    /// <summary>ANAF has the message, now or from before.</summary>
    internal bool IsTaken => _parser.Message.Code <= HadAlready;

    /// <summary>Begins with the answer in the room.</summary>
    /// <param name="length">Its bytes.</param>
    /// <param name="id">The identifier (idM) of the message sent, digits; stays as it is.</param>
    /// <param name="idLength">How many.</param>
    /// <param name="now">Seconds since 2000.</param>
    internal FiscalError Begin(int length, byte[] id, int idLength, long now)
    {
        _id = id;
        _idLength = idLength;
        _part = Part.Verify;
        return _signature.Begin(_room, length, now);
    }

    /// <summary>The next step. Busy: ask again; None: it is ANAF's answer, and what it says is in force.</summary>
    internal FiscalError Step(long now)
    {
        switch (_part)
        {
            case Part.Verify: return Verify();
            case Part.Read: return Read(now);
            default:
                // A configuration that cannot be obeyed does not make the message unsent.
                return _update.Step(now) == FiscalError.Busy ? FiscalError.Busy : FiscalError.None;
        }
    }

    private FiscalError Verify()
    {
        FiscalError error = _signature.Step();
        if (error != FiscalError.None) return error;
        _part = Part.Read;
        return FiscalError.Busy;
    }

    private FiscalError Read(long now)
    {
        if (_parser.Parse(_room, _signature.Content.Offset, _signature.Content.Count) != FiscalError.None) return FiscalError.AnswerWrong;
        ConfigurationMessage answer = _parser.Message;
        if (answer.Kind != MessageKind.Answer || !XmlText.Are(_id, 0, _idLength, answer.AnsweredId)) return FiscalError.AnswerWrong;
        bool obeys = answer.HasProfile && _update.Begin(answer, _room, RecordSource.Server, now) == FiscalError.None;
        _part = Part.Obey;
        return obeys ? FiscalError.Busy : FiscalError.None;
    }
}
