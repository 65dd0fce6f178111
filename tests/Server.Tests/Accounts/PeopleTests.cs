using System.Net;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Accounts;

public sealed class PeopleTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string Password = "seven grey herons";

    [ServerFact]
    public async Task InvitedPerson_ChoosesAPassword_AndIsInTheAdministratorsPractice()
    {
        using var server = TrainingServer.Start();
        using var administrator = await server.SignInAsync(Role.Administrator);
        using var invited = server.OpenBrowser();

        using var response = await administrator.PostAsync("/api/people", new InvitePerson("Zoë O'Brien", "zoë.o'brien@riverside.example", [Role.Trainee, Role.Coach]));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var invitation = await TestBrowser.ReadAsync<Invitation>(response);
        await invited.SignInAsync("/api/session/invitation", new AcceptInvitation(invitation.Person.Id, invitation.Token, Password));

        Assert.True(invitation.Person.Invited);
        Assert.Equal("Riverside Family Practice", invited.User.TenantName);
        Assert.Equal([Role.Trainee, Role.Coach], invited.User.Roles);
        var people = await administrator.GetAsync<IReadOnlyList<Person>>("/api/people");
        Assert.False(people.Single(person => person.DisplayName == "Zoë O'Brien").Invited);
        Assert.Equal(6, people.Count);
    }

    [ServerFact]
    public async Task Invitation_WorksOnce()
    {
        using var server = TrainingServer.Start();
        using var administrator = await server.SignInAsync(Role.Administrator);
        using var response = await administrator.PostAsync("/api/people", new InvitePerson("Zoe", "zoe@riverside.example", [Role.Trainee]));
        var invitation = await TestBrowser.ReadAsync<Invitation>(response);
        var accept = new AcceptInvitation(invitation.Person.Id, invitation.Token, Password);
        using var browser = server.OpenBrowser();
        await browser.SignInAsync("/api/session/invitation", accept);

        using var again = await browser.PostAsync("/api/session/invitation", accept with { Password = "another password" });
        using var ofAnother = await browser.PostAsync("/api/session/invitation", accept with { PersonId = administrator.User.Id });

        Assert.Equal((HttpStatusCode.Unauthorized, "invitationOver"), await TestBrowser.ProblemAsync(again));
        Assert.Equal((HttpStatusCode.Unauthorized, "invitationOver"), await TestBrowser.ProblemAsync(ofAnother));
    }

    [ServerFact]
    public async Task NewInvitation_LetsSomebodyBackIn_WhoForgotThePassword()
    {
        using var server = TrainingServer.Start();
        var user = await server.AddPersonAsync("nora@riverside.example", Password);
        using var administrator = await server.SignInAsync(Role.Administrator);
        using var browser = server.OpenBrowser();

        using var response = await administrator.PostAsync($"/api/people/{user.Id}/invitation", new { });
        var invitation = await TestBrowser.ReadAsync<Invitation>(response);
        await browser.SignInAsync("/api/session/invitation", new AcceptInvitation(user.Id, invitation.Token, "eight grey herons"));

        using var old = await browser.PostAsync("/api/session", new SignIn("nora@riverside.example", Password));
        Assert.Equal(HttpStatusCode.Unauthorized, old.StatusCode);
    }

    [ServerFact]
    public async Task AddressTakenInAnyPractice_IsRefused_AlsoWhenManyAskAtOnce()
    {
        using var server = TrainingServer.Start();
        using var administrator = await server.SignInAsync(Role.Administrator);

        using var elsewhere = await administrator.PostAsync("/api/people", new InvitePerson("Jo", "JO@hillcrest.example", [Role.Trainee]));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            using var response = await administrator.PostAsync("/api/people", new InvitePerson("Zoe", "zoe@riverside.example", [Role.Trainee]));
            return response.StatusCode;
        }));

        Assert.Equal((HttpStatusCode.Conflict, "emailTaken"), await TestBrowser.ProblemAsync(elsewhere));
        Assert.Single(answers, HttpStatusCode.Created);
        Assert.Equal(5, answers.Count(status => status == HttpStatusCode.Conflict));
    }

    [ServerTheory]
    [InlineData("""{"displayName":"","email":"a@b.example","roles":["trainee"]}""")]
    [InlineData("""{"displayName":"A\u0007","email":"a@b.example","roles":["trainee"]}""")]
    [InlineData("""{"displayName":"A","email":"not an address","roles":["trainee"]}""")]
    [InlineData("""{"displayName":"A","email":"A <a@b.example>","roles":["trainee"]}""")]
    [InlineData("""{"displayName":"A","email":"a@b.example","roles":[]}""")]
    [InlineData("""{"displayName":"A","email":"a@b.example","roles":[99]}""")]
    [InlineData("""{"displayName":"A","email":"a@b.example","roles":["owner"]}""")]
    [InlineData("{}")]
    public async Task UnusableInvitation_IsRefused_AndSaysWhy(string body)
    {
        using var administrator = await shared.Server.SignInAsync(Role.Administrator);

        using var response = await administrator.Http.PostAsync("/api/people", new StringContent(body, null, "application/json"));

        Assert.Equal((HttpStatusCode.BadRequest, "invalid"), await TestBrowser.ProblemAsync(response));
    }

    [ServerFact]
    public async Task Administrator_SeesAndReachesNobodyOfAnotherPractice()
    {
        using var administrator = await shared.Server.SignInAsync(Role.Administrator);
        using var jo = await shared.Server.SignInAsync("jo@hillcrest.example");

        var people = await administrator.GetAsync<IReadOnlyList<Person>>("/api/people");
        using var reach = await administrator.PostAsync($"/api/people/{jo.User.Id}/invitation", new { });

        Assert.DoesNotContain(people, person => person.Id == jo.User.Id);
        Assert.Equal((HttpStatusCode.NotFound, "noSuchPerson"), await TestBrowser.ProblemAsync(reach));
    }
}
