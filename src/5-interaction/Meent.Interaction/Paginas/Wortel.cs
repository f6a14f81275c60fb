using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Meent.Interaction.Paginas;

/// <summary>The root of a page: hands the request and the model down to the component that shows them.</summary>
internal sealed class Wortel : ComponentBase
{
    [Parameter, EditorRequired]
    public required Type Scherm { get; set; }

    [Parameter, EditorRequired]
    public required Verzoek Verzoek { get; set; }

    [Parameter]
    public object? Model { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder) => Geef(builder, typeof(Verzoek), Verzoek, inhoud =>
    {
        if (Model is null) inhoud.AddContent(0, Toon);
        else Geef(inhoud, Model.GetType(), Model, Toon);
    });

    private void Toon(RenderTreeBuilder builder)
    {
        builder.OpenComponent(0, Scherm);
        builder.CloseComponent();
    }

    private static void Geef(RenderTreeBuilder builder, Type soort, object waarde, RenderFragment inhoud)
    {
        builder.OpenComponent(0, typeof(CascadingValue<>).MakeGenericType(soort));
        builder.AddComponentParameter(1, nameof(CascadingValue<>.Value), waarde);
        builder.AddComponentParameter(2, nameof(CascadingValue<>.IsFixed), true);
        builder.AddComponentParameter(3, nameof(CascadingValue<>.ChildContent), inhoud);
        builder.CloseComponent();
    }
}
