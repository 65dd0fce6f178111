using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Storage;

/// <summary>
/// Everything that is kept. Rows of other tenants than <see cref="Tenant"/> do not exist for it.
/// Background work that serves one call makes its own with <see cref="TrainingDbFactory"/>.
/// </summary>
public sealed class TrainingDb(DbContextOptions<TrainingDb> options, CurrentTenant tenant)
    : IdentityDbContext<User, IdentityRole<Guid>, Guid>(options)
{
    public Guid Tenant => tenant.Id;

    public DbSet<Tenant> Tenants => Set<Tenant>();

    public DbSet<CallRow> Calls => Set<CallRow>();

    public DbSet<CallEventRow> CallEvents => Set<CallEventRow>();

    public DbSet<DebriefRow> Debriefs => Set<DebriefRow>();

    public DbSet<CategoryScoreRow> CategoryScores => Set<CategoryScoreRow>();

    public DbSet<PhrasingRow> Phrasings => Set<PhrasingRow>();
}
