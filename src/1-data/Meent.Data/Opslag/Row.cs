using System.Buffers;
using System.Data.Common;
using Meent.Standards;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Meent.Data.Opslag;

/// <summary>One row of a result, alike on both engines. Columns count from 0.</summary>
public readonly struct Row
{
    private readonly DbDataReader _reader;
    private readonly SqliteDataReader? _sqlite;

    internal Row(DbDataReader reader)
    {
        _reader = reader;
        _sqlite = reader as SqliteDataReader;
    }

    public bool IsNull(int column) => _reader.IsDBNull(column);
    public string Text(int column) => _reader.GetString(column);
    public string? TextOrNull(int column) => _reader.IsDBNull(column) ? null : _reader.GetString(column);
    public long Long(int column) => _reader.GetInt64(column);
    public long? LongOrNull(int column) => _reader.IsDBNull(column) ? null : _reader.GetInt64(column);
    public bool Bool(int column) => _reader.GetInt64(column) != 0;
    public Guid Guid(int column) => _sqlite is null ? _reader.GetGuid(column) : new Guid(Raw(column), bigEndian: true);
    public Guid? GuidOrNull(int column) => _reader.IsDBNull(column) ? null : Guid(column);
    public DateOnly Date(int column) => DateOnly.ParseExact(_reader.GetString(column), "yyyy-MM-dd", null);
    public DateOnly? DateOrNull(int column) => _reader.IsDBNull(column) ? null : Date(column);
    public DateTimeOffset Instant(int column) => Tijd.VanMicroseconden(_reader.GetInt64(column));
    public DateTimeOffset? InstantOrNull(int column) => _reader.IsDBNull(column) ? null : Instant(column);

    /// <summary>Text or bytes as they are stored (text: UTF-8).</summary>
    public byte[] Bytes(int column) => _sqlite is null ? _reader.GetFieldValue<byte[]>(column) : Raw(column).ToArray();

    /// <summary>Text or bytes as they are stored, valid during the visit; on SQLite straight from the page.</summary>
    public ReadOnlySpan<byte> Span(int column) => _sqlite is null ? (_reader.IsDBNull(column) ? default : _reader.GetFieldValue<byte[]>(column)) : Raw(column);

    /// <summary>Copies text or bytes.</summary>
    public void CopyTo(int column, IBufferWriter<byte> target) => target.Write(Span(column));

    private ReadOnlySpan<byte> Raw(int column) => raw.sqlite3_column_blob(_sqlite!.Handle, column);
}

/// <summary>UTF-8 bytes to be stored as text.</summary>
public readonly record struct Utf8Text(ReadOnlyMemory<byte> Bytes);
