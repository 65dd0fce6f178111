using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RealtimeTraining.Models.Catalogue;

namespace RealtimeTraining.Models.Tool;

/// <summary>What <c>./dev models</c> runs.</summary>
/// <param name="output">Results.</param>
/// <param name="error">Progress, and what went wrong.</param>
public sealed class ModelTool(TextWriter output, TextWriter error)
{
    public const int Good = 0;
    public const int Failed = 1;
    public const int WrongArguments = 2;
    public const int Stopped = 130;

    /// <summary>The error writer is a terminal, where a line can be written over.</summary>
    public bool Redraws { get; init; }

    public ModelCatalogue Catalogue { get; init; } = ModelCatalogue.Load();

    public MachineProfile Machine { get; init; } = MachineProfile.Read();

    public ModelDownloadOptions Download { get; init; } = new();

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> given, CancellationToken cancel = default)
    {
        var (arguments, wrong) = ToolArguments.Parse(given);
        if (arguments is null)
        {
            await error.WriteLineAsync($"{wrong}\n\n{ToolArguments.Help}");
            return WrongArguments;
        }
        if (arguments.Word == "help")
        {
            await output.WriteLineAsync(ToolArguments.Help);
            return Good;
        }
        List<ModelEntry> named = [];
        foreach (var name in arguments.Word == "import" ? [] : arguments.Names)
        {
            if (Catalogue.Named(name) is not { } entry)
            {
                await error.WriteLineAsync($"The catalogue has no \"{name}\". It has {string.Join(", ", Catalogue.Entries.Select(known => known.Name))}.");
                return WrongArguments;
            }
            named.Add(entry);
        }
        try
        {
            var data = arguments.Data ?? Environment.GetEnvironmentVariable("Data__Folder");
            var store = new ModelStore(ModelFolders.In(data is { Length: > 0 } ? data : "data"));
            return arguments.Word switch
            {
                "get" => await GetAsync(store, arguments.Recommended ? new ModelAdvice(Catalogue).Recommended(Machine) : named, arguments.AcceptLicence, cancel),
                "import" => await ImportAsync(store, arguments.Names[0], arguments.AcceptLicence, cancel),
                "verify" => await VerifyAsync(store, named.Count > 0 ? named : Catalogue.Entries, named.Count > 0, cancel),
                "remove" => Remove(store, named),
                _ => List(store),
            };
        }
        catch (ModelDownloadException e)
        {
            await error.WriteLineAsync($"{e.Message} ({e.Code})");
            return Failed;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await error.WriteLineAsync("Stopped. The same again goes on where it stopped.");
            return Stopped;
        }
    }

    private int List(ModelStore store)
    {
        var advice = new ModelAdvice(Catalogue).For(Machine);
        output.WriteLine(ModelTable.Of(advice, store));
        output.WriteLine($"This machine: {Machine.Says}");
        output.WriteLine($"Models lie in {store.Folders.Own}{(store.Folders.Offered is { } offered ? $" and {offered}{(Directory.Exists(offered) ? "" : ", which is not there")}" : "")}.");
        foreach (var advised in advice.Where(advised => advised.Recommended))
        {
            output.WriteLine($"{advised.Entry.Name}: {advised.Why}");
        }
        foreach (var damaged in Catalogue.Entries.Select(store.Look).Where(state => state.Kind == ModelStateKind.Damaged))
        {
            output.WriteLine(damaged.Says);
        }
        output.WriteLine(advice.Any(advised => advised.Recommended)
            ? "To fetch what is marked with *: ./dev models get --recommended" : "No model is recommended here; the product runs without.");
        return Good;
    }

    private async Task<int> GetAsync(ModelStore store, IReadOnlyList<ModelEntry> entries, bool acceptLicence, CancellationToken cancel)
    {
        using var downloader = new ModelDownloader(store, TimeProvider.System, Options.Create(Download), NullLogger<ModelDownloader>.Instance);
        var code = Good;
        foreach (var entry in entries)
        {
            using var line = new ProgressLine(error, Redraws);
            try
            {
                var path = await downloader.DownloadAsync(entry, acceptLicence, line, cancel);
                line.Dispose();
                await output.WriteLineAsync($"{entry.Name} is installed: {path}");
            }
            catch (ModelDownloadException e)
            {
                // The others may still come.
                line.Dispose();
                await error.WriteLineAsync($"{e.Message} ({e.Code})");
                code = Failed;
            }
        }
        if (entries.Count == 0)
        {
            await error.WriteLineAsync($"No model is recommended for this machine ({Machine.Says.TrimEnd('.')}); the product runs without.");
        }
        return code;
    }

    private async Task<int> ImportAsync(ModelStore store, string path, bool acceptLicence, CancellationToken cancel)
    {
        using var line = new ProgressLine(error, Redraws);
        var installed = await new ModelImport(Catalogue, store).RunAsync(path, acceptLicence, line, cancel);
        line.Dispose();
        foreach (var entry in installed)
        {
            await output.WriteLineAsync($"{entry.Name} is installed: {store.Look(entry).Path}");
        }
        return Good;
    }

    private async Task<int> VerifyAsync(ModelStore store, IReadOnlyList<ModelEntry> entries, bool wanted, CancellationToken cancel)
    {
        var code = Good;
        foreach (var entry in entries)
        {
            using var line = new ProgressLine(error, Redraws);
            var state = await store.VerifyAsync(entry, line, cancel);
            line.Dispose();
            if (state.Kind is ModelStateKind.Installed or ModelStateKind.Damaged || wanted)
            {
                await output.WriteLineAsync($"{entry.Name}: {state.Says}");
                code = state.Kind == ModelStateKind.Installed ? code : Failed;
            }
        }
        return code;
    }

    private int Remove(ModelStore store, IReadOnlyList<ModelEntry> entries)
    {
        var code = Good;
        foreach (var entry in entries)
        {
            if (store.Remove(entry))
            {
                output.WriteLine($"{entry.Name} is removed.");
                continue;
            }
            var elsewhere = store.Look(entry).Path;
            error.WriteLine(elsewhere is null ? $"{entry.Name} is not on this machine." : $"{elsewhere} is not in the models' folder, so it stays. Delete it there.");
            code = Failed;
        }
        return code;
    }
}
