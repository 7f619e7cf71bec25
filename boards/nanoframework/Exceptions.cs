namespace System;

public class Exception
{
    public Exception() { }
    public virtual string Message => throw null;
}

public class SystemException : Exception
{
    internal SystemException() { }
}

public class InvalidOperationException : SystemException
{
    public InvalidOperationException(string message) { }
}

public class ArgumentException : SystemException
{
    internal ArgumentException() { }
}

public class ArgumentOutOfRangeException : ArgumentException
{
    public ArgumentOutOfRangeException(string paramName) { }
}
