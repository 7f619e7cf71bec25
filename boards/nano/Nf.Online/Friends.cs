using System.Runtime.CompilerServices;

// Firmware is one assembly on the desktop and three here: what is internal there stays so for the last part.
[assembly: InternalsVisibleTo("Nf.Register")]
