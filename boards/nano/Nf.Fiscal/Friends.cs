using System.Runtime.CompilerServices;

// Firmware is one assembly on the desktop and three here: what is internal there stays so for the other parts.
[assembly: InternalsVisibleTo("Nf.Online")]
[assembly: InternalsVisibleTo("Nf.Register")]
