using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Accounts;

public static class AccountsRegistration
{
    /// <summary>Sign-in with cookies, people and roles, and <see cref="ICurrentUser"/>. Comes after <c>AddStorage</c>.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<CurrentUser>();
        services.AddScoped<ICurrentUser>(provider => provider.GetRequiredService<CurrentUser>());
        services.AddSingleton<CurrentUserHubFilter>();
        services.Configure<HubOptions>(options => options.AddFilter<CurrentUserHubFilter>());
        services.AddSingleton<SetupCode>();
        services.AddScoped<NewPeople>();
        services.AddScoped<Sessions>();
        services.AddScoped<GetSessionHandler>();
        services.AddScoped<SignInHandler>();
        services.AddScoped<SignInAsDemoHandler>();
        services.AddScoped<SetUpHandler>();
        services.AddScoped<AcceptInvitationHandler>();
        services.AddScoped<ListPeopleHandler>();
        services.AddScoped<InvitePersonHandler>();
        services.AddHostedService<AccountsStartup>();
        AddIdentity(services);
        AddLimits(services);
        AddKeys(services);
        return services;
    }

    /// <summary>After <c>UseProblems</c>, before anything that asks who is there.</summary>
    public static IApplicationBuilder UseAccounts(this IApplicationBuilder app) =>
        app.UseMiddleware<OriginCheck>().UseAuthentication().UseRateLimiter().UseAuthorization();

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddAuthorization();
        services.AddIdentityCore<User>(options =>
            {
                // Long beats complicated: NIST SP 800-63B asks for length and no rules of composition.
                options.Password = new PasswordOptions
                {
                    RequiredLength = 12,
                    RequiredUniqueChars = 5,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                };
                options.Lockout = new LockoutOptions { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5) };
                options.User.RequireUniqueEmail = true;
                // The user name is the email address, which has been looked at before.
                options.User.AllowedUserNameCharacters = "";
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<TrainingDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddPasswordValidator<PasswordRules>()
            .AddClaimsPrincipalFactory<PersonClaims>();
        // A role or a person taken away is gone within this time.
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(2));
        // An invitation is handed on by a person, who may be away for a weekend.
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = TimeSpan.FromDays(3));
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "RealtimeTraining";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // Ends with the browser, since front desks share computers; otherwise a shift after the last use.
            options.ExpireTimeSpan = TimeSpan.FromHours(10);
            options.SlidingExpiration = true;
            options.Events = new SessionCookieEvents();
        });
    }

    private static void AddLimits(IServiceCollection services)
    {
        services.AddOptions<SignInLimits>().BindConfiguration("SignIn").ValidateDataAnnotations().ValidateOnStart();
        services.AddRateLimiter();
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<SignInLimits>>((limiter, limits) => SignInLimits.Configure(limiter, limits.Value));
    }

    /// <summary>The keys that sign cookies live beside the data, so that a restart signs nobody out.</summary>
    private static void AddKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("RealtimeTraining");
        services.AddOptions<KeyManagementOptions>().Configure<DataFolder, ILoggerFactory>((options, folder, loggers) =>
            options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(folder.Keys), loggers));
    }
}
