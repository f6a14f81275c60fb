using Meent.Data.Opslag;
using Meent.Testing.Engines;

namespace Meent.Data.Tests;

public sealed class SessionTests
{
    private const string VoegIn = "INSERT INTO outbox_beurten (werk, houder, tot) VALUES ($1, $2, $3)";

    [EngineTheory]
    public async Task What_is_put_off_is_refused_in_its_own_words_and_nothing_is_kept(Engine engine)
    {
        await using var proef = await TestStore.Create(engine);

        var fout = await Assert.ThrowsAsync<InvalidOperationException>(async () => await proef.Store.Write(async session =>
        {
            await session.Later(_ => new InvalidOperationException("eerste"), VoegIn, "a", "x", 1);
            await session.Later(_ => new InvalidOperationException("tweede"), VoegIn, "a", "y", 1);
            await session.Later(_ => new InvalidOperationException("derde"), VoegIn, "b", "z", 1);
            return 0;
        }));

        Assert.Equal("tweede", fout.Message);
        Assert.Empty(await Houders(proef.Store));
    }

    [EngineTheory]
    public async Task What_is_put_off_shows_its_refusal_where_that_is_asked(Engine engine)
    {
        await using var proef = await TestStore.Create(engine);
        var voorbij = false;

        await Assert.ThrowsAsync<UniqueConflictException>(async () => await proef.Store.Write(async session =>
        {
            await session.Later(VoegIn, "a", "x", 1);
            await session.Later(VoegIn, "a", "y", 1);
            await session.Now();
            voorbij = true;
            return 0;
        }));

        Assert.False(voorbij);
    }

    [EngineTheory]
    public async Task What_travels_with_the_commit_sees_the_whole_write(Engine engine)
    {
        await using var proef = await TestStore.Create(engine);
        List<string> gezien = [];
        var mee = await proef.Store.Write(async session =>
        {
            await session.Later(VoegIn, "a", "x", 1);
            await session.Later(VoegIn, "b", "y", 1);
            return session.Last("SELECT houder FROM outbox_beurten ORDER BY werk", row => gezien.Add(row.Text(0)));
        });

        Assert.Equal(engine == Engine.Postgres, mee);
        Assert.Equal(mee ? ["x", "y"] : [], gezien);
        Assert.Equal(["x", "y"], await Houders(proef.Store));
    }

    private static ValueTask<List<string>> Houders(Store store) => store.Read(session => session.All("SELECT houder FROM outbox_beurten ORDER BY werk", row => row.Text(0)));
}
