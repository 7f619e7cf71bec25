namespace Nf.Emulator.FiscalNet.Folder;

/// <summary>A file in the folder, as one look found it.</summary>
/// <param name="Name">Its name in the folder.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Written">When it was written last, UTC.</param>
public sealed record DroppedFile(string Name, long Size, DateTime Written);
