using System.Reflection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage.Tables;
using RealtimeTraining.Server.Supervision;

namespace RealtimeTraining.Server.Storage;

/// <summary>
/// Everything that is kept. Rows of other tenants than <see cref="Tenant"/> do not exist for it.
/// Background work that serves one call makes its own with <see cref="TrainingDbFactory"/>.
/// </summary>
public sealed class TrainingDb(DbContextOptions<TrainingDb> options, CurrentTenant tenant, WriteTurn? turn = null)
    : IdentityDbContext<User, IdentityRole<Guid>, Guid>(options)
{
    public Guid Tenant => tenant.Id;

    public DbSet<Tenant> Tenants => Set<Tenant>();

    public DbSet<CallRow> Calls => Set<CallRow>();

    public DbSet<CallEventRow> CallEvents => Set<CallEventRow>();

    public DbSet<DebriefRow> Debriefs => Set<DebriefRow>();

    public DbSet<CategoryScoreRow> CategoryScores => Set<CategoryScoreRow>();

    public DbSet<PhrasingRow> Phrasings => Set<PhrasingRow>();

    public DbSet<SupervisionRow> Supervisions => Set<SupervisionRow>();

    public DbSet<SupervisionPolicyRow> SupervisionPolicies => Set<SupervisionPolicyRow>();

    public DbSet<OwnScenarioRow> OwnScenarios => Set<OwnScenarioRow>();

    public DbSet<AssignmentRow> Assignments => Set<AssignmentRow>();

    public DbSet<MomentPracticeRow> MomentPractices => Set<MomentPracticeRow>();

    public DbSet<RecordedCallRow> RecordedCalls => Set<RecordedCallRow>();

    public DbSet<RecordedLineRow> RecordedLines => Set<RecordedLineRow>();

    public DbSet<LineCorrectionRow> LineCorrections => Set<LineCorrectionRow>();

    public DbSet<JudgementRow> Judgements => Set<JudgementRow>();

    public DbSet<SharedReviewRow> SharedReviews => Set<SharedReviewRow>();

    public DbSet<ReviewAnswerRow> ReviewAnswers => Set<ReviewAnswerRow>();

    public DbSet<ImprovementActionRow> ImprovementActions => Set<ImprovementActionRow>();

    public DbSet<CalibrationRow> Calibrations => Set<CalibrationRow>();

    public DbSet<CalibrationCallRow> CalibrationCalls => Set<CalibrationCallRow>();

    public DbSet<CalibrationCoachRow> CalibrationCoaches => Set<CalibrationCoachRow>();

    public DbSet<AgreedScoreRow> AgreedScores => Set<AgreedScoreRow>();

    public DbSet<RecordingHoldRow> RecordingHolds => Set<RecordingHoldRow>();

    public DbSet<RetentionRow> Retentions => Set<RetentionRow>();

    public DbSet<ReviewAuditRow> ReviewAudit => Set<ReviewAuditRow>();

    public DbSet<SearchedCallRow> SearchedCalls => Set<SearchedCallRow>();

    public DbSet<SearchWordRow> SearchWords => Set<SearchWordRow>();

    public DbSet<SearchMomentRow> SearchMoments => Set<SearchMomentRow>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        TenantGuard.Check(ChangeTracker, Tenant);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        TenantGuard.Check(ChangeTracker, Tenant);
        // Whoever has a transaction has the store, and would wait for somebody who waits for it.
        using var mine = turn is null || Database.CurrentTransaction is not null ? null : await turn.TakeAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        AccountTables.Configure(builder);
        CallTables.Configure(builder);
        SupervisionTables.Configure(builder);
        ReviewTables.Configure(builder);
        SearchTables.Configure(builder);
        ScenarioTables.Configure(builder);
        CoachingTables.Configure(builder);
        builder.Entity<Tenant>().HasQueryFilter(row => row.Id == Tenant);
        var hideOtherTenants = typeof(TrainingDb).GetMethod(nameof(HideOtherTenantsOf), BindingFlags.Instance | BindingFlags.NonPublic)!;
        foreach (var type in builder.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.IsAssignableTo(typeof(ITenantOwned))).ToList())
        {
            hideOtherTenants.MakeGenericMethod(type).Invoke(this, [builder]);
        }
    }

    // The filter reads the property of the context that runs the query, so one cached model serves every tenant.
    private void HideOtherTenantsOf<T>(ModelBuilder builder)
        where T : class, ITenantOwned =>
        builder.Entity<T>().HasQueryFilter(row => row.TenantId == Tenant);
}
