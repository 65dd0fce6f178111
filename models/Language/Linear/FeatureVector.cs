namespace RealtimeTraining.Models.Language.Linear;

/// <summary>
/// What a linear model sees of a text: hashed features in blocks (words, letters, ...), each block of length 1, and dense
/// ones by position. Buffers are used again; nothing is allocated once they have grown. Not thread-safe.
/// </summary>
public sealed class FeatureVector
{
    public const int MaxFeatures = 40_000;

    /// <summary>Blocks are numbered from 0 up to here.</summary>
    public const int MaxBlocks = 32;

    private const int Slots = 1 << 13;

    private readonly uint[] _slotHash = new uint[Slots];
    private readonly int[] _slotAt = new int[Slots];
    private readonly int[] _slotRound = new int[Slots];
    private uint[] _hashes = new uint[1024];
    private float[] _values = new float[1024];
    private byte[] _blocks = new byte[1024];
    private float[] _dense = new float[64];
    private int _round;
    private int _blockStart;

    public int Count { get; private set; }

    public int DenseCount { get; private set; }

    public ReadOnlySpan<uint> Hashes => _hashes.AsSpan(0, Count);

    public ReadOnlySpan<float> Values => _values.AsSpan(0, Count);

    /// <summary>The block of each feature.</summary>
    public ReadOnlySpan<byte> Blocks => _blocks.AsSpan(0, Count);

    public ReadOnlySpan<float> Dense => _dense.AsSpan(0, DenseCount);

    public void Clear() => (Count, DenseCount, _blockStart) = (0, 0, 0);

    public void BeginBlock()
    {
        _blockStart = Count;
        _round++;
    }

    /// <summary>Within a block a feature that comes again is counted. Past <see cref="MaxFeatures"/> it is left out.</summary>
    public void Add(uint hash, byte block)
    {
        var slot = (int)(hash % Slots);
        for (var tries = 0; tries < 8 && _slotRound[slot] == _round; tries++, slot = (slot + 1) % Slots)
        {
            if (_slotHash[slot] == hash)
            {
                _values[_slotAt[slot]]++;
                return;
            }
        }
        if (Count == MaxFeatures)
        {
            return;
        }
        if (Count == _hashes.Length)
        {
            Array.Resize(ref _hashes, Count * 2);
            Array.Resize(ref _values, Count * 2);
            Array.Resize(ref _blocks, Count * 2);
        }
        (_slotRound[slot], _slotHash[slot], _slotAt[slot]) = (_round, hash, Count);
        (_hashes[Count], _values[Count], _blocks[Count]) = (hash, 1, block);
        Count++;
    }

    /// <summary>Counts become 1 + ln n, and the block a vector of length <paramref name="length"/>.</summary>
    public void EndBlock(float length = 1)
    {
        var squares = 0f;
        for (var i = _blockStart; i < Count; i++)
        {
            _values[i] = 1 + MathF.Log(_values[i]);
            squares += _values[i] * _values[i];
        }
        var scale = squares > 0 ? length / MathF.Sqrt(squares) : 0;
        for (var i = _blockStart; i < Count; i++)
        {
            _values[i] *= scale;
        }
        _blockStart = Count;
    }

    public void AddDense(float value)
    {
        if (DenseCount == _dense.Length)
        {
            Array.Resize(ref _dense, DenseCount * 2);
        }
        _dense[DenseCount++] = float.IsFinite(value) ? value : 0;
    }
}
