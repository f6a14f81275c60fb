return await Meent.Opdrachten.Opdrachtregel.Maak().Parse(args).InvokeAsync();
