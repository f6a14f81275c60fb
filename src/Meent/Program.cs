// Longer than the node's own drain: a command that is asked to stop ends its work in order.
var opties = new System.CommandLine.InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(45) };
return await Meent.Opdrachten.Opdrachtregel.Maak().Parse(args).InvokeAsync(opties);
