using System.Text;
using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.Messages;

namespace Nf.Tests.Machine.Messages;

/// <summary>Keeps what is written, to be read as text.</summary>
internal sealed class TextSink : IByteSink
{
    private readonly MemoryStream _bytes = new();

    public string Text => Encoding.UTF8.GetString(_bytes.ToArray());

    /// <inheritdoc/>
    public FiscalError Write(byte[] bytes, int offset, int count)
    {
        _bytes.Write(bytes, offset, count);
        return FiscalError.None;
    }

    /// <summary>The whole message.</summary>
    public static string Of(IMessageSource source)
    {
        var sink = new TextSink();
        source.Begin();
        while (source.Next(sink)) Assert.IsLessThan(1 << 22, sink._bytes.Length);
        Assert.AreEqual(FiscalError.None, source.Error, sink.Text);
        return sink.Text;
    }
}
