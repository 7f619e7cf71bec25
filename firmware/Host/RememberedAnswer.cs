using System;
using Nf.Firmware.Checks;

namespace Nf.Firmware.Host;

/// <summary>The last answered frame and its answer: when it comes again, nothing is carried out twice.</summary>
/// <remarks>
/// To survive a power cut it is saved by whoever commits what the command did, in the same commit:
/// <code>session.Remembered.Remember(request, answer); session.Remembered.Save(buffer, offset);</code>
/// </remarks>
public sealed class RememberedAnswer
{
    /// <summary>The longest answer that outlives a power cut; those of commands that change something are shorter.</summary>
    public const int MaxSavedData = 256;

    /// <summary>Bytes that <see cref="Save"/> writes at most.</summary>
    public const int SavedLength = HeaderLength + MaxSavedData;

    /// <summary>Bytes that <see cref="Save"/> always writes; they say how many follow.</summary>
    internal const int HeaderLength = 12;

    private const int LengthPlace = 10;
    private const byte ValidFlag = 1;
    private const byte UnknownCommandFlag = 2;
    private const byte SyntaxErrorFlag = 4;
    private const byte NotPermittedFlag = 8;
    private const byte OverflowFlag = 16;

    private readonly byte[] _frame = new byte[FrameBytes.MaxData + FrameBytes.RequestOverhead];
    private bool _frameKnown;
    private uint _savedCrc;

    /// <summary>There is one.</summary>
    public bool IsValid { get; private set; }

    /// <summary>The frame's SEQ.</summary>
    public byte Sequence { get; private set; }

    /// <summary>The frame's command.</summary>
    public int Command { get; private set; }

    /// <summary>CRC-32 of the frame.</summary>
    public uint FrameCrc => _frameKnown ? Crc32.Finish(Crc32.Add(Crc32.Start, _frame, 0, FrameLength)) : _savedCrc;

    /// <summary>Length of the frame in bytes; 0 when its command and its CRC are all that is known.</summary>
    public int FrameLength { get; private set; }

    /// <summary>DATA of the answer.</summary>
    public byte[] Data { get; } = new byte[DatecsAnswer.MaxData];

    /// <summary>How many bytes of <see cref="Data"/> are in use.</summary>
    public int DataLength { get; private set; }

    /// <summary>The answer said that there is no such command.</summary>
    public bool UnknownCommand { get; private set; }

    /// <summary>The answer said that the fields are wrong.</summary>
    public bool SyntaxError { get; private set; }

    /// <summary>The answer said that the command was not permitted.</summary>
    public bool NotPermitted { get; private set; }

    /// <summary>The answer said that a sum would not fit.</summary>
    public bool Overflow { get; private set; }

    /// <summary>The request is the remembered frame, sent again.</summary>
    /// <remarks>
    /// Compared by every byte as long as the frame is still in RAM; after a power cut by SEQ, command, length and CRC; after a
    /// loss of the working memory by command and CRC, which is over SEQ and length, too.
    /// </remarks>
    public bool Matches(DatecsRequest request)
    {
        if (!IsValid || request.Command != Command) return false;
        if (FrameLength == 0) return request.FrameCrc == _savedCrc;
        if (request.Sequence != Sequence || request.FrameLength != FrameLength) return false;
        return _frameKnown ? SameBytes(request.Frame) : request.FrameCrc == _savedCrc;
    }

    /// <summary>Keeps the frame and its answer in place of the ones before.</summary>
    public void Remember(DatecsRequest request, DatecsAnswer answer)
    {
        Sequence = request.Sequence;
        Command = request.Command;
        FrameLength = request.FrameLength;
        Array.Copy(request.Frame, _frame, FrameLength);
        _frameKnown = true;
        DataLength = answer.Length;
        Array.Copy(answer.Data, Data, DataLength);
        UnknownCommand = answer.UnknownCommand;
        SyntaxError = answer.SyntaxError;
        NotPermitted = answer.NotPermitted;
        Overflow = answer.Overflow;
        IsValid = true;
    }

    /// <summary>Takes what journal or fiscal memory kept of a command that was carried out.</summary>
    internal void Restore(int command, uint frameCrc, byte[] data, int offset, int count)
    {
        Clear();
        Sequence = 0;
        Command = command;
        FrameLength = 0;
        _savedCrc = frameCrc;
        DataLength = count;
        Array.Copy(data, offset, Data, 0, count);
        UnknownCommand = false;
        SyntaxError = false;
        NotPermitted = false;
        Overflow = false;
        IsValid = true;
    }

    /// <summary>Forgets it: the next frame is carried out, whatever it is.</summary>
    public void Clear()
    {
        IsValid = false;
        _frameKnown = false;
    }

    /// <summary>Writes it and returns how many bytes that took. An answer longer than <see cref="MaxSavedData"/> is saved as none.</summary>
    public int Save(byte[] buffer, int offset)
    {
        if (!IsValid || DataLength > MaxSavedData)
        {
            Array.Clear(buffer, offset, HeaderLength);
            return HeaderLength;
        }

        buffer[offset] = Flags();
        buffer[offset + 1] = Sequence;
        PutShort(buffer, offset + 2, Command);
        PutShort(buffer, offset + 4, FrameLength);
        uint crc = FrameCrc;
        PutShort(buffer, offset + 6, (int)(crc & 0xFFFF));
        PutShort(buffer, offset + 8, (int)(crc >> 16));
        PutShort(buffer, offset + LengthPlace, DataLength);
        Array.Copy(Data, 0, buffer, offset + HeaderLength, DataLength);
        return HeaderLength + DataLength;
    }

    /// <summary>How many bytes <see cref="Save"/> wrote behind the first ones.</summary>
    internal static int RestLength(byte[] buffer, int offset)
    {
        int length = GetShort(buffer, offset + LengthPlace);
        return length > MaxSavedData ? 0 : length;
    }

    /// <summary>Takes what <see cref="Save"/> wrote; bytes that it cannot have written mean that there is none.</summary>
    public void Load(byte[] buffer, int offset)
    {
        Clear();
        int length = GetShort(buffer, offset + LengthPlace);
        if ((buffer[offset] & ValidFlag) == 0 || length > MaxSavedData) return;
        UnknownCommand = (buffer[offset] & UnknownCommandFlag) != 0;
        SyntaxError = (buffer[offset] & SyntaxErrorFlag) != 0;
        NotPermitted = (buffer[offset] & NotPermittedFlag) != 0;
        Overflow = (buffer[offset] & OverflowFlag) != 0;
        Sequence = buffer[offset + 1];
        Command = GetShort(buffer, offset + 2);
        FrameLength = GetShort(buffer, offset + 4);
        _savedCrc = (uint)GetShort(buffer, offset + 6) | ((uint)GetShort(buffer, offset + 8) << 16);
        DataLength = length;
        Array.Copy(buffer, offset + HeaderLength, Data, 0, length);
        IsValid = true;
    }

    private static void PutShort(byte[] buffer, int offset, int value)
    {
        buffer[offset] = (byte)value;
        buffer[offset + 1] = (byte)(value >> 8);
    }

    private static int GetShort(byte[] buffer, int offset) => buffer[offset] | (buffer[offset + 1] << 8);

    private byte Flags() => (byte)(ValidFlag
        | (UnknownCommand ? UnknownCommandFlag : 0)
        | (SyntaxError ? SyntaxErrorFlag : 0)
        | (NotPermitted ? NotPermittedFlag : 0)
        | (Overflow ? OverflowFlag : 0));

    private bool SameBytes(byte[] frame)
    {
        for (int i = 0; i < FrameLength; i++)
        {
            if (frame[i] != _frame[i]) return false;
        }

        return true;
    }
}
