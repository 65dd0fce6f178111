using System.Reflection;
using RealtimeTraining.Server.Storage;
using Xunit.Sdk;

namespace RealtimeTraining.TestKit;

/// <summary>Runs a theory on one store, named in its parameter; skipped where the build or the machine lacks the store.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class OnStoreAttribute : DataAttribute
{
    private readonly string store;

    protected OnStoreAttribute(string store, string? whyNot)
    {
        this.store = store;
        Skip = StoreEngines.InThisBuild.Any(engine => engine.Name == store) ? whyNot! : $"This build was made without {store}.";
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[store]];
}

public sealed class OnSqliteAttribute() : OnStoreAttribute("sqlite", null);

public sealed class OnPostgreSqlAttribute() : OnStoreAttribute("postgresql", PostgreSqlCluster.WhyNot);
