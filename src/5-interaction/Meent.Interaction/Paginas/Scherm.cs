using Meent.Interaction.Taal;
using Microsoft.AspNetCore.Components;

namespace Meent.Interaction.Paginas;

/// <summary>
/// A page or part of one as a Razor component: the request in, HTML out. It fetches nothing and keeps nothing.
/// The Razor compiler makes components public; what they are given is not, and reaches them as internal cascading values.
/// </summary>
public abstract class Scherm : ComponentBase
{
    [CascadingParameter]
    internal Verzoek V { get; set; } = null!;

    internal Tekst T => V.T;
}
