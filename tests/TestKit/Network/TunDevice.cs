using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace RealtimeTraining.TestKit.Network;

/// <summary>
/// One end of a cable in software: IP packets that the system sends into the device are read here, and what is written
/// here arrives in the system (https://docs.kernel.org/networking/tuntap.html). Needs root. One reader, one writer.
/// </summary>
internal sealed partial class TunDevice : IDisposable
{
    public const string Path = "/dev/net/tun";
    private const int ReadAndWrite = 2;
    private const nuint SetDevice = 0x400454ca;
    private const short TunWithoutHeader = 0x1001;
    private const short CanRead = 1;
    private readonly int _file;

    /// <param name="name">At most 15 characters.</param>
    public TunDevice(string name)
    {
        _file = Check(Open(Path, ReadAndWrite));
        Span<byte> request = stackalloc byte[40];
        request.Clear();
        Encoding.ASCII.GetBytes(name, request[..15]);
        MemoryMarshal.Write(request[16..], TunWithoutHeader);
        Check(Control(_file, SetDevice, ref MemoryMarshal.GetReference(request)));
    }

    /// <returns>The packet's length; 0 when none came in time.</returns>
    public int Read(Span<byte> into, int waitMs)
    {
        var poll = new PollEntry { File = _file, Events = CanRead };
        if (Poll(ref poll, 1, waitMs) <= 0 || (poll.Got & CanRead) == 0)
        {
            return 0;
        }
        return (int)Math.Max(0, Read(_file, ref MemoryMarshal.GetReference(into), (nuint)into.Length));
    }

    /// <summary>A packet that the system does not take is lost, as on any network.</summary>
    public void Write(ReadOnlySpan<byte> packet) => _ = Write(_file, ref MemoryMarshal.GetReference(packet), (nuint)packet.Length);

    public void Dispose() => _ = Close(_file);

    private static int Check(int result) => result >= 0 ? result : throw new Win32Exception(Marshal.GetLastPInvokeError());

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int Control(int file, nuint request, ref byte argument);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static partial int Poll(ref PollEntry entries, nuint count, int timeoutMs);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint Read(int file, ref byte into, nuint length);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint Write(int file, ref readonly byte from, nuint length);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollEntry
    {
        public int File;
        public short Events;
        public short Got;
    }
}
