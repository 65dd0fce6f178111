using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Tests.Storage;

/// <summary>A database's tables, columns, keys, indexes and foreign keys as sorted lines, from its own catalogue.</summary>
internal static class SchemaText
{
    private const string Sqlite = """
        SELECT 'column ' || t.name || '.' || c.name || ' ' || c.type || ' notnull=' || c."notnull" || ' pk=' || c.pk || ' default=' || coalesce(c.dflt_value, '')
          || ' counts=' || (t.sql LIKE '%AUTOINCREMENT%')
          FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'
        UNION ALL
        SELECT 'index ' || t.name || ' ' || i.name || ' unique=' || i."unique" || ' ' || (SELECT group_concat(x.name) FROM pragma_index_info(i.name) x)
          FROM sqlite_master t JOIN pragma_index_list(t.name) i WHERE t.type = 'table'
        UNION ALL
        SELECT 'foreign key ' || t.name || '.' || f."from" || ' -> ' || f."table" || '.' || f."to" || ' ' || f.on_delete
          FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table'
        """;

    private const string PostgreSql = """
        SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || coalesce('(' || character_maximum_length || ')', '')
          || ' null=' || is_nullable || ' identity=' || coalesce(identity_generation, '') || ' default=' || coalesce(column_default, '')
          FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL
        SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL
        SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        """;

    public static async Task<IReadOnlyList<string>> ReadAsync(TrainingDb db)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal) ? Sqlite : PostgreSql;
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }
        return [.. lines.Where(line => !line.Contains("__EFMigrations", StringComparison.Ordinal) && !line.Contains("sqlite_", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }
}
