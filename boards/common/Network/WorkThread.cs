using System;
using System.Threading;

namespace Nf.Boards.Network;

/// <summary>A thread that does blocking work for the loop.</summary>
/// <remarks>
/// The runtime ends a thread silently on an exception that nobody catches; here the exception is kept for the loop, which
/// throws it into the supervisor: <code>thread.Check();</code>
/// </remarks>
public sealed class WorkThread
{
    private const int Rest = 10;

    private readonly IWork[] _works;
    private Exception _fault;

    /// <param name="works">Done in turn.</param>
    public WorkThread(IWork[] works)
    {
        _works = works;
        new Thread(Run).Start();
    }

    /// <summary>Throws what ended the thread, if anything did.</summary>
    public void Check()
    {
        if (_fault != null) throw _fault;
    }

    private void Run()
    {
        try
        {
            while (true)
            {
                bool worked = false;
                for (int i = 0; i < _works.Length; i++) worked |= _works[i].Work();
                if (!worked) Thread.Sleep(Rest);
            }
        }
        catch (Exception fault)
        {
            _fault = fault;
        }
    }
}
