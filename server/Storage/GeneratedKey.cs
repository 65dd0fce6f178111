using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;

namespace RealtimeTraining.Server.Storage;

/// <summary>A key that the database counts up. Each store in the build adds what it wants to be told in a migration.</summary>
internal static partial class GeneratedKey
{
    public static OperationBuilder<AddColumnOperation> Generated(this OperationBuilder<AddColumnOperation> column)
    {
        column.Annotation("Sqlite:Autoincrement", true);
        TellPostgreSql(column);
        return column;
    }

    static partial void TellPostgreSql(OperationBuilder<AddColumnOperation> column);
}
