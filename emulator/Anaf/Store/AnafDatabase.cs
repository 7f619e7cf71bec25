using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Nf.Emulator.State;

namespace Nf.Emulator.Anaf.Store;

/// <summary>The stand-in's SQLite file. What waits at the same moment is written in one transaction; what is told as written is on the disk.</summary>
internal sealed class AnafDatabase : IDisposable
{
    private const int MostWaiting = 1024;
    private const int MostTogether = 256;

    private readonly string _connection;
    private readonly BlockingCollection<IWork> _waiting = new(MostWaiting);
    private readonly SqliteConnection _writing;
    private readonly Thread _writer;

    /// <summary>Opens the file; makes it when it does not exist.</summary>
    /// <exception cref="StateException">It is damaged, or no such file.</exception>
    internal AnafDatabase(string path)
    {
        _connection = new SqliteConnectionStringBuilder { DataSource = path, Pooling = true }.ToString();
        _writing = new SqliteConnection(_connection);
        try
        {
            _writing.Open();
            foreach (var statement in AnafTables.Statements) _writing.Run(statement);
            if (_writing.Rows(row => row.GetString(0), "PRAGMA quick_check(1)").Single() is not "ok" and var damage)
                throw Damaged(path, damage, null);
        }
        catch (SqliteException e)
        {
            _writing.Dispose();
            throw Damaged(path, e.Message, e);
        }

        _writer = new Thread(WriteAll) { IsBackground = true, Name = "ANAF stand-in writer" };
        _writer.Start();
    }

    /// <summary>Does work in a transaction, together with other work; completes when it is on the disk.</summary>
    internal Task<T> WriteAsync<T>(Func<SqliteConnection, T> work)
    {
        var item = new Work<T>(work);
        _waiting.Add(item);
        return item.Done;
    }

    /// <summary>Reads what is on the disk.</summary>
    internal T Read<T>(Func<SqliteConnection, T> work)
    {
        using var database = new SqliteConnection(_connection);
        database.Open();
        return work(database);
    }

    /// <summary>Writes what waits, then closes the file.</summary>
    public void Dispose()
    {
        _waiting.CompleteAdding();
        _writer.Join();
        _waiting.Dispose();
        _writing.Dispose();
        SqliteConnection.ClearPool(new SqliteConnection(_connection));
    }

    private void WriteAll()
    {
        var batch = new List<IWork>();
        foreach (var first in _waiting.GetConsumingEnumerable())
        {
            batch.Add(first);
            while (batch.Count < MostTogether && _waiting.TryTake(out var next)) batch.Add(next);
            Write(batch);
            batch.Clear();
        }
    }

    private void Write(List<IWork> batch)
    {
        try
        {
            using (var transaction = _writing.BeginTransaction())
            {
                foreach (var work in batch) Do(work, transaction);
                transaction.Commit();
            }

            foreach (var work in batch) work.Complete();
        }
        catch (SqliteException e)
        {
            foreach (var work in batch) work.Fail(e);
        }
    }

    // What fails takes nothing of the others with it.
    private void Do(IWork work, SqliteTransaction transaction)
    {
        const string Point = "work";
        transaction.Save(Point);
        if (!work.Run(_writing)) transaction.Rollback(Point);
        transaction.Release(Point);
    }

    private static StateException Damaged(string path, string what, Exception? inner) => new(StateProblem.Damaged,
        $"{path} cannot be used ({what.Split('\n')[0].TrimEnd('.')}): bring back a copy of it, or move it away to start with no registers", inner);

    private interface IWork
    {
        bool Run(SqliteConnection database);

        void Complete();

        void Fail(Exception e);
    }

    private sealed class Work<T>(Func<SqliteConnection, T> work) : IWork
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Exception? _failure;
        private T? _result;

        public Task<T> Done => _done.Task;

        public bool Run(SqliteConnection database)
        {
            try
            {
                _result = work(database);
                return true;
            }
            catch (Exception e)
            {
                _failure = e;
                return false;
            }
        }

        public void Complete()
        {
            if (_failure is null) _done.SetResult(_result!);
            else _done.SetException(_failure);
        }

        public void Fail(Exception e) => _done.TrySetException(_failure ?? e);
    }
}
