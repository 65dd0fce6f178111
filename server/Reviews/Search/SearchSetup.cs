namespace RealtimeTraining.Server.Reviews;

internal static class SearchSetup
{
    public static IServiceCollection AddReviewSearch(this IServiceCollection services)
    {
        services.AddSingleton<SearchKey>();
        services.AddSingleton<SearchIndexer>();
        services.AddHostedService(provider => provider.GetRequiredService<SearchIndexer>());
        services.AddScoped<SearchReviewsHandler>();
        return services;
    }

    /// <summary>Into the group of reviews, with its roles.</summary>
    public static void MapSearch(this RouteGroupBuilder group) =>
        group.MapGet("/search", ([AsParameters] SearchFilter filter, SearchReviewsHandler handler, CancellationToken cancellationToken) =>
            handler.HandleAsync(filter, cancellationToken)).WithName("SearchReviews");
}
