using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Lijsten;

namespace Meent.Services.Pijplijn;

/// <summary>What the pipeline needs of the node.</summary>
internal sealed record Dienstverlening(Stores Stores, Aanroepen Aanroepen, Nummers Nummers, Vouwer Vouwer, TimeProvider Klok);
