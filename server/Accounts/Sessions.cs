using System.Linq.Expressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Accounts;

/// <summary>Starts a person's session and describes the person whose session it is.</summary>
public sealed class Sessions(TrainingDb db, CurrentTenant tenant, CurrentUser caller, IUserClaimsPrincipalFactory<User> claims)
{
    /// <summary>Finds a person before anybody is signed in, and from then on sees that person's tenant.</summary>
    public async Task<User?> FindAsync(Expression<Func<User, bool>> who, CancellationToken cancellationToken)
    {
        var user = await db.Users.IgnoreQueryFilters().SingleOrDefaultAsync(who, cancellationToken);
        caller.Become(null);
        tenant.Id = user?.TenantId ?? Guid.Empty;
        return user;
    }

    public async Task<SessionUser> StartAsync(HttpContext http, User user, CancellationToken cancellationToken)
    {
        var principal = await claims.CreateAsync(user);
        await http.SignInAsync(IdentityConstants.ApplicationScheme, principal);
        caller.Become(principal);
        return await DescribeAsync(user, cancellationToken);
    }

    /// <returns>Null when nobody is signed in, or the person has gone.</returns>
    public async Task<SessionUser?> CurrentAsync(CancellationToken cancellationToken)
    {
        if (!caller.IsSignedIn)
        {
            return null;
        }
        var id = caller.UserId;
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == id, cancellationToken);
        return user is null ? null : await DescribeAsync(user, cancellationToken);
    }

    private async Task<SessionUser> DescribeAsync(User user, CancellationToken cancellationToken)
    {
        var practice = await db.Tenants.Where(tenant => tenant.Id == user.TenantId).Select(tenant => tenant.Name).SingleAsync(cancellationToken);
        var roleIds = await db.UserRoles.Where(row => row.UserId == user.Id).Select(row => row.RoleId).ToListAsync(cancellationToken);
        return new SessionUser(user.Id, user.DisplayName, user.Email ?? "", practice, Roles.From(roleIds));
    }
}
