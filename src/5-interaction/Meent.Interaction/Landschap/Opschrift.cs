using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Meent.Interaction.Landschap;

/// <summary>SVG's <c>text</c> element, a name that Razor keeps for itself.</summary>
public sealed class Opschrift : ComponentBase
{
    [Parameter, EditorRequired]
    public double X { get; set; }

    [Parameter, EditorRequired]
    public double Y { get; set; }

    [Parameter, EditorRequired]
    public string Tekst { get; set; } = "";

    [Parameter]
    public string Kleur { get; set; } = "#fff";

    [Parameter]
    public double Grootte { get; set; } = 18;

    [Parameter]
    public int Dikte { get; set; } = 400;

    [Parameter]
    public bool Midden { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", X.ToString("0.##", CultureInfo.InvariantCulture));
        builder.AddAttribute(2, "y", Y.ToString("0.##", CultureInfo.InvariantCulture));
        builder.AddAttribute(3, "fill", Kleur);
        builder.AddAttribute(4, "font-size", Grootte.ToString("0.##", CultureInfo.InvariantCulture));
        builder.AddAttribute(5, "font-weight", Dikte.ToString(CultureInfo.InvariantCulture));
        builder.AddAttribute(6, "text-anchor", Midden ? "middle" : null);
        builder.AddContent(7, Tekst);
        builder.CloseElement();
    }
}
