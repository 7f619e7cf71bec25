using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Anaf.Offline;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.Online;

/// <summary>What technician, shop and ANAF do with a register, as short words.</summary>
internal static class OnlineSteps
{
    public static void Import(this OnlineRegister online, int option)
    {
        online.Register.Do(253, $"{option}\t");
        online.Register.Machine.RunToRest();
    }

    /// <summary>The three files in their order.</summary>
    public static void ImportAll(this OnlineRegister online)
    {
        foreach (var option in new[] { OnlineRegister.AnafFile, OnlineRegister.OwnFile, OnlineRegister.ConfigurationFile }) online.Import(option);
    }

    public static void Refused(this OnlineRegister online, FiscalError error, int option) => online.Register.Refused(error, 253, $"{option}\t");

    /// <summary>A configuration that comes with the next answer.</summary>
    public static void Answer(this OnlineRegister online, AnafProfile profile) => online.Desk.Prepared.Add(new PreparedAnswer { MP = profile });

    /// <summary>From now on ANAF takes what comes and never answers.</summary>
    public static void Silence(this OnlineRegister online) => online.Desk.Prepared.Add(new PreparedAnswer { Kind = AnswerKind.Silence, Times = 0 });

    /// <summary>Sells something, closes the day, and lets its message be made and sent, as far as the network goes.</summary>
    public static void Day(this OnlineRegister online)
    {
        online.Register.SellSomething();
        online.Register.Do(69, "Z\t");
        online.Settle();
    }

    /// <summary>A day whose answer asks for a new certificate; the register has just read it.</summary>
    public static void DayThatAsksForRenewal(this OnlineRegister online)
    {
        online.Answer(OnlineRegister.Newer with { CertA = 1 });
        online.Register.SellSomething();
        online.Register.Do(69, "Z\t");
        Assert.IsTrue(online.Register.Machine.RunUntil(() => online.Register.Register.Configuration.RenewalDue, 900_000_000), "ANAF asks");
    }

    /// <summary>The month's folder for declaration A4200, as the host's command writes it on an empty drive; nothing may be wrong in it.</summary>
    public static Dictionary<string, byte[]> Export(this OnlineRegister online, string month)
    {
        online.Drive.Empty();
        online.Register.Do(128, $"A\t{month}\t");
        online.Register.Machine.RunToRest();
        var files = online.Drive.Names.ToDictionary(name => Path.GetFileName(name), online.Drive.Bytes);
        using var folder = new TempFolder();
        foreach (var (name, bytes) in files) File.WriteAllBytes(folder[name], bytes);
        var findings = A4200Check.Of(folder.Root, online.Now);
        Assert.IsEmpty(findings, string.Join('\n', findings));
        return files;
    }

    /// <summary>Files at ANAF what was exported onto the drive; it must be taken. Gives the unblocking configuration.</summary>
    public static byte[] FileExported(this OnlineRegister online)
    {
        var answer = online.Desk.File([.. online.Drive.Names.Select(name => new FiledFile(Path.GetFileName(name), online.Drive.Bytes(name)))], online.Now);
        Assert.IsEmpty(answer.Problems, string.Join('\n', answer.Problems));
        return answer.Unblocking!;
    }
}
