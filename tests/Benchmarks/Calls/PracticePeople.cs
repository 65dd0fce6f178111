using RealtimeTraining.Server.Accounts;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Calls;

/// <summary>As many signed-in trainees as are needed: nobody can be in two calls at once.</summary>
public static class PracticePeople
{
    /// <param name="group">Tells them from those who were invited before.</param>
    public static async Task<IReadOnlyList<TestBrowser>> InviteAsync(Uri server, string group, int count)
    {
        using var administrator = new TestBrowser(server);
        await administrator.SignInAsync("/api/session/demo", new DemoSignIn(DemoAccounts.Listed.First(account => account.Role == Role.Administrator).Email));
        var people = new List<TestBrowser>();
        for (var number = 1; number <= count; number++)
        {
            var name = $"{group}{number}";
            // Called as the measured lines say.
            using var response = await administrator.PostAsync("/api/people", new InvitePerson($"Jordan {name}", $"{name}@riverside.example", [Role.Trainee]));
            response.EnsureSuccessStatusCode();
            var invitation = await TestBrowser.ReadAsync<Invitation>(response);
            var person = new TestBrowser(server);
            await person.SignInAsync("/api/session/invitation", new AcceptInvitation(invitation.Person.Id, invitation.Token, "an hour of small talk"));
            people.Add(person);
        }
        return people;
    }
}
