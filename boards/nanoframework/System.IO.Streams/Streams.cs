namespace System.IO;

public enum SeekOrigin
{
    Begin = 0,
    End = 2,
}

public abstract class Stream : MarshalByRefObject, IDisposable
{
    protected Stream() { }
    public virtual long Length => throw null;
    public virtual long Seek(long offset, SeekOrigin origin) => throw null;
    public virtual int Read(byte[] buffer, int offset, int count) => throw null;
    public virtual void Write(byte[] buffer, int offset, int count) => throw null;
    public void Dispose() => throw null;
}
