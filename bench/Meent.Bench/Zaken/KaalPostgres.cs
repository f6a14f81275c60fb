using Npgsql;

namespace Meent.Bench.Zaken;

/// <summary>A pool of eight, prepared statements, and the rows of a zaak in one batch: one round trip, one transaction, one commit.</summary>
internal sealed class KaalPostgres : Kaalopslag
{
    private readonly NpgsqlDataSource _bron;
    private readonly List<(string Sql, List<string> Kolommen, object?[] Voorbeeld)> _rijen = [];
    private byte[] _body = [];

    private KaalPostgres(NpgsqlDataSource bron) => _bron = bron;

    public static async Task<KaalPostgres> Open(string verbinding)
    {
        var opslag = new KaalPostgres(NpgsqlDataSource.Create(verbinding + ";Maximum Pool Size=8;No Reset On Close=true;Max Auto Prepare=20;Auto Prepare Min Usages=2"));
        foreach (var tabel in Tabellen)
        {
            await using var lees = opslag._bron.CreateCommand($"SELECT * FROM {tabel} ORDER BY id DESC LIMIT 1");
            await using var rij = await lees.ExecuteReaderAsync();
            await rij.ReadAsync();
            List<string> kolommen = [.. Enumerable.Range(0, rij.FieldCount).Select(rij.GetName)];
            opslag._rijen.Add((Invoegen(tabel, kolommen), kolommen, [.. kolommen.Select((_, i) => rij.IsDBNull(i) ? null : rij.GetValue(i))]));
            if (kolommen.IndexOf("body") is >= 0 and var body) opslag._body = rij.GetFieldValue<byte[]>(body);
        }

        return opslag;
    }

    public override async Task<byte[]> Een(Guid id)
    {
        await using var opdracht = _bron.CreateCommand(SqlEen);
        opdracht.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        await using var rij = await opdracht.ExecuteReaderAsync();
        return await rij.ReadAsync() ? rij.GetFieldValue<byte[]>(0) : [];
    }

    public override async Task<byte[]> Lijst()
    {
        await using var opdracht = _bron.CreateCommand(SqlLijst);
        await using var rij = await opdracht.ExecuteReaderAsync();
        using var blad = new MemoryStream(200_000);
        while (await rij.ReadAsync()) blad.Write(rij.GetFieldValue<byte[]>(0));
        return blad.ToArray();
    }

    public override async Task<byte[]> Voeg()
    {
        var zaak = Guid.CreateVersion7();
        await using var verbinding = await _bron.OpenConnectionAsync();
        await using var reeks = new NpgsqlBatch(verbinding);
        foreach (var (sql, kolommen, voorbeeld) in _rijen)
        {
            var opdracht = new NpgsqlBatchCommand(sql);
            foreach (var waarde in Nieuw(zaak, kolommen, voorbeeld, id => id)) opdracht.Parameters.Add(new NpgsqlParameter { Value = waarde ?? DBNull.Value });
            reeks.BatchCommands.Add(opdracht);
        }

        await reeks.ExecuteNonQueryAsync();
        return _body;
    }

    public override ValueTask DisposeAsync() => _bron.DisposeAsync();
}
