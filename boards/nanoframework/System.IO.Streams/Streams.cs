namespace System.IO;

public enum SeekOrigin
{
    Begin = 0,
    End = 2,
}

public abstract class Stream : MarshalByRefObject, IDisposable
{
    protected Stream() { }
    public abstract long Length { get; }
    public abstract long Seek(long offset, SeekOrigin origin);
    public abstract int Read(byte[] buffer, int offset, int count);
    public abstract void Write(byte[] buffer, int offset, int count);
    public void Dispose() => throw null;
}
