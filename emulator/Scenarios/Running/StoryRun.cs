using Nf.Emulator.Host;
using Nf.Emulator.Scenarios.Bench;
using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Steps;

namespace Nf.Emulator.Scenarios.Running;

/// <summary>One story as it is played on a bench.</summary>
public sealed class StoryRun
{
    private const int Status = 74;
    private const int LowestSequence = 0x20;

    /// <param name="bench">Made for this story.</param>
    public StoryRun(Story story, IScenarioBench bench, int seed)
    {
        Story = story;
        Bench = bench;
        Wire = new WireLog(bench.Line, () => bench.Elapsed);
        Client = new DatecsClient(Wire, (byte)new Random(seed).Next(LowestSequence, 256));
    }

    public Story Story { get; }

    public IScenarioBench Bench { get; }

    /// <summary>The host line, and everything that went over it.</summary>
    public WireLog Wire { get; }

    /// <summary>The POS program.</summary>
    public DatecsClient Client { get; }

    /// <summary>A receipt is open, as far as the story's own steps tell.</summary>
    public bool ReceiptOpen { get; set; }

    /// <summary>The last answer to a command of the story, until something else is asked; null when there was none.</summary>
    public DatecsReply? LastReply { get; private set; }

    /// <summary>The last frame on the line is the story's own, so that it can be repeated.</summary>
    public bool CanRepeat { get; private set; }

    /// <summary>Whoever was on the line before may have ended with the first step's frame: the status is asked between.</summary>
    public void Introduce() => Client.Send(Status);

    /// <summary>Sends a command of the story.</summary>
    /// <exception cref="HostLinkException">There was no answer.</exception>
    public DatecsReply Exchange(Func<DatecsReply> send)
    {
        LastReply = null;
        CanRepeat = true;
        return LastReply = send();
    }

    /// <summary>Asks the register something that the story does not say itself.</summary>
    /// <exception cref="StoryTimeout">There was no answer.</exception>
    public DatecsReply Ask(StoryNode said, int command, params string[] fields)
    {
        CanRepeat = false;
        try
        {
            return Client.Send(command, fields);
        }
        catch (HostLinkException e)
        {
            throw new StoryTimeout(said.Place, Bench.IsOn ? e.Message : "the register is switched off and cannot be asked");
        }
    }

    /// <summary>Opens a receipt because something is sold.</summary>
    public void OpenReceipt(StoryNode said)
    {
        StepKinds.Open(this, said);
        ReceiptOpen = true;
    }
}
