using Microsoft.Extensions.FileProviders;

namespace RealtimeTraining.Server.Http;

/// <summary>Serves the built web client, and its start page for every address that is the client's own.</summary>
public static class WebClient
{
    /// <summary>Configuration key for the folder of the built client.</summary>
    public const string Setting = "WebClient:Folder";

    private static readonly string[] ServersOwn = ["/api", "/hubs", "/health", "/openapi", "/assets"];

    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; " +
        "connect-src 'self' ws: wss:; media-src 'self' blob:; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

    public static WebApplication UseWebClient(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "microphone=(self), camera=()";
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            return next();
        });
        if (Find(app) is not { } folder)
        {
            app.MapGet("/", () => TypedResults.Text("The web client has not been built. Run ./dev run, or npm run build in the folder web."))
                .ExcludeFromDescription();
            return app;
        }
        var files = new PhysicalFileProvider(folder);
        // An address of the client's own, as opposed to a file or something of the server's: it gets the start page.
        app.Use((context, next) =>
        {
            var request = context.Request;
            if (context.GetEndpoint() is null && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
                && !Path.HasExtension(request.Path) && !Array.Exists(ServersOwn, prefix => request.Path.StartsWithSegments(prefix)))
            {
                request.Path = "/index.html";
            }
            return next();
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            // Built files carry a hash in their name; the start page must always be fresh.
            OnPrepareResponse = served => served.Context.Response.Headers.CacheControl =
                served.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache",
        });
        return app;
    }

    private static string? Find(WebApplication app)
    {
        if (app.Configuration[Setting] is { Length: > 0 } configured)
        {
            return Directory.Exists(configured)
                ? Path.GetFullPath(configured)
                : throw new InvalidOperationException($"{Setting} names {configured}, which is not there. Build the web client or correct the setting.");
        }
        var published = Path.Combine(app.Environment.ContentRootPath, "wwwroot");
        return File.Exists(Path.Combine(published, "index.html")) ? published : FindInCheckout();
    }

    private static string? FindInCheckout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RealtimeTraining.sln")))
            {
                var built = Path.Combine(folder.FullName, "web", "dist");
                return File.Exists(Path.Combine(built, "index.html")) ? built : null;
            }
        }
        return null;
    }
}
