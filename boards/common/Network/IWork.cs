namespace Nf.Boards.Network;

/// <summary>Work that may block, for a <see cref="WorkThread"/>.</summary>
public interface IWork
{
    /// <summary>Does what there is to do; false when there was nothing.</summary>
    bool Work();
}
