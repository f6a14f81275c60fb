using Meent.Data.Opslag.Postgres;
using Meent.Standards;
using NpgsqlTypes;

namespace Meent.Data.Logboek;

/// <summary>Many records at once into PostgreSQL: by binary COPY into a table of the connection, from there those that are new, in one statement with their wait for a seal.</summary>
internal static class Logkopie
{
    public static async ValueTask<int> Voeg(PostgresSession session, Logtabel tabel, Logregel[] regels, string kolommen, Func<Logregel, object?[]> waarden)
    {
        await session.Now();
        await session.Execute(
            """
            CREATE TEMP TABLE IF NOT EXISTS logboek_kopie (
              trace bytea, span bytea, ouder bytea, activiteit text, betrokkene bytea, betrokkene_type text, aanroeper text, naam text, status bigint,
              begin bigint, einde bigint, attributen text, systeem text, zout bytea
            ) ON COMMIT DELETE ROWS
            """);
        await using (var kopie = await session.Connection.BeginBinaryImportAsync($"COPY logboek_kopie ({kolommen}) FROM STDIN (FORMAT binary)"))
        {
            foreach (var regel in regels)
            {
                await kopie.StartRowAsync();
                foreach (var waarde in waarden(regel))
                {
                    switch (waarde)
                    {
                        case null: await kopie.WriteNullAsync(); break;
                        case byte[] bytes: await kopie.WriteAsync(bytes, NpgsqlDbType.Bytea); break;
                        case string tekst: await kopie.WriteAsync(tekst, NpgsqlDbType.Text); break;
                        case DateTimeOffset moment: await kopie.WriteAsync(moment.Microseconden(), NpgsqlDbType.Bigint); break;
                        default: await kopie.WriteAsync((long)waarde, NpgsqlDbType.Bigint); break;
                    }
                }
            }

            await kopie.CompleteAsync();
        }

        var nieuw = await session.Execute(
            $"""
            WITH nieuw AS (INSERT INTO {tabel.Naam} ({kolommen}) SELECT {kolommen} FROM logboek_kopie ON CONFLICT (trace, span, betrokkene) DO NOTHING RETURNING nummer)
            INSERT INTO logboek_ongezegeld (regel) SELECT nummer FROM nieuw
            """);
        // The next batch of this transaction begins empty.
        await session.Execute("TRUNCATE logboek_kopie");
        return nieuw;
    }
}
