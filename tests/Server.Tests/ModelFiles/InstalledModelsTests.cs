using Microsoft.Extensions.DependencyInjection;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.ModelFiles;

public sealed class InstalledModelsTests
{
    [ServerFact]
    public async Task FileOutsideTheCatalogue_IsFoundByItsName_AndNoOtherFolderIsReached()
    {
        using var room = await ModelRoom.OpenAsync();
        var models = room.Server.Services.GetRequiredService<IModelFiles>();
        Assert.Null(models.FindFile("second.bin"));

        Directory.CreateDirectory(room.Folder);
        var path = Path.Combine(room.Folder, "second.bin");
        await File.WriteAllTextAsync(path, "weights");

        Assert.Equal(path, models.FindFile("second.bin"));
        Assert.Throws<ArgumentException>(() => models.FindFile("../training.db"));
    }
}
