namespace Nf.Firmware.Supervision;

/// <summary>A board's program, as the supervisor runs it.</summary>
/// <remarks>Each call may throw whatever a fault throws: <code>supervisor = new Supervisor(program, ...); while (true) supervisor.Step();</code></remarks>
public interface ISupervised
{
    /// <summary>Builds devices and register and starts them.</summary>
    void Start();

    /// <summary>One turn of the register's loop, which feeds the watchdog; false when there was nothing to do.</summary>
    bool Turn();

    /// <summary>Says to who stands before the register that it has stopped and must be switched off and on.</summary>
    void Stopped();
}
