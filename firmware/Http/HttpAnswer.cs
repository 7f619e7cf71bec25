using System;

namespace Nf.Firmware.Http;

/// <summary>Reads an HTTP/1.1 answer that comes in pieces of any size; the body goes into the caller's buffer.</summary>
/// <remarks>
/// It takes what RFC 9112 lets a server send and refuses the rest: lines end with CR LF, a length is said once, chunks may
/// not come with a length. Header, chunk sizes and trailer together have at most <see cref="MaxHeader"/> bytes.
/// <code>answer.Begin(buffer); ... answer.Take(bytes, 0, count); ... answer.End(); if (answer.IsDone) ...</code>
/// </remarks>
public sealed class HttpAnswer
{
    /// <summary>Bytes that are not the body, at most: servers send a few hundred; four thousand is what browsers meet.</summary>
    public const int MaxHeader = 4096;

    private readonly HttpHead _head = new HttpHead();
    private byte[] _body;
    private Part _part;
    private int _overhead;
    private int _left;

    private enum Part
    {
        Head,
        Counted,
        ToTheEnd,
        ChunkSize,
        Chunk,
        ChunkEnd,
        Trailer,
        Done,
        Failed,
    }

    /// <summary>What is wrong with it; None while nothing is.</summary>
    public HttpFault Fault { get; private set; }

    /// <summary>It is whole.</summary>
    public bool IsDone => _part == Part.Done;

    /// <summary>It is whole, or will never be.</summary>
    public bool IsOver => _part == Part.Done || _part == Part.Failed;

    /// <summary>The status, 200 to 599.</summary>
    public int Status => _head.Status;

    /// <summary>Bytes of the body.</summary>
    public int Length { get; private set; }

    /// <summary>Lets go of the buffer.</summary>
    public void Forget() => _body = null;

    /// <summary>Forgets what was before.</summary>
    /// <param name="body">Where the body goes; one that does not fit is refused.</param>
    public void Begin(byte[] body)
    {
        _body = body;
        _head.Clear();
        _part = Part.Head;
        _overhead = 0;
        _left = 0;
        Length = 0;
        Fault = HttpFault.None;
    }

    /// <summary>The body is of this media type, whatever its parameters are.</summary>
    public bool HasType(string mediaType) => _head.HasType(mediaType);

    /// <summary>Takes the next bytes; what comes after the end is not looked at.</summary>
    public void Take(byte[] bytes, int offset, int count)
    {
        int end = offset + count;
        while (offset < end && !IsOver)
        {
            if (_part == Part.Counted || _part == Part.ToTheEnd || _part == Part.Chunk) offset += TakeBody(bytes, offset, end - offset);
            else TakeLine(bytes[offset++]);
        }
    }

    /// <summary>The connection ended in good order: that ends a body of no stated length, and breaks any other.</summary>
    public void End()
    {
        if (_part == Part.ToTheEnd) _part = Part.Done;
        else if (!IsOver) Fail(HttpFault.Lost);
    }

    private int TakeBody(byte[] bytes, int offset, int available)
    {
        int count = _part == Part.ToTheEnd || available < _left ? available : _left;
        if (count > _body.Length - Length)
        {
            Fail(HttpFault.AnswerTooLong);
            return count;
        }

        Array.Copy(bytes, offset, _body, Length, count);
        Length += count;
        if (_part == Part.ToTheEnd) return count;
        _left -= count;
        if (_left == 0) _part = _part == Part.Chunk ? Part.ChunkEnd : Part.Done;
        return count;
    }

    private void TakeLine(byte value)
    {
        if (++_overhead > MaxHeader)
        {
            Fail(HttpFault.AnswerTooLong);
            return;
        }

        LineState state = _head.Line.Add(value);
        if (state == LineState.Malformed) Fail(HttpFault.AnswerMalformed);
        if (state != LineState.Ended) return;
        EndLine();
        _head.Line.Clear();
    }

    private void EndLine()
    {
        bool good = true;
        switch (_part)
        {
            case Part.Head:
                good = _head.EndLine();
                if (good && _head.IsDone) BeginBody();
                break;
            case Part.ChunkSize:
                good = BeginChunk();
                break;
            case Part.ChunkEnd:
                good = _head.Line.Length == 0;
                _part = Part.ChunkSize;
                break;
            default:
                if (_head.Line.Length == 0) _part = Part.Done;
                break;
        }

        if (!good) Fail(HttpFault.AnswerMalformed);
    }

    private void BeginBody()
    {
        _left = _head.Length;
        if (_head.HasNoBody || _left == 0) _part = Part.Done;
        else if (_head.IsChunked) _part = Part.ChunkSize;
        else if (_left < 0) _part = Part.ToTheEnd;
        else if (_left > _body.Length) Fail(HttpFault.AnswerTooLong);
        else _part = Part.Counted;
    }

    private bool BeginChunk()
    {
        _left = _head.Line.ChunkSize();
        if (_left < 0) return false;
        _part = _left == 0 ? Part.Trailer : Part.Chunk;
        return true;
    }

    private void Fail(HttpFault fault)
    {
        // The first fault is the cause; what follows comes of it.
        if (Fault == HttpFault.None) Fault = fault;
        _part = Part.Failed;
    }
}
