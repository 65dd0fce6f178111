Console.Error.WriteLine("Name a bench: call");
return 2;
