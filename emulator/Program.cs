using Nf.Emulator.Commands;

return await NfCommand.RunAsync(args);
