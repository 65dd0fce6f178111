using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Engines;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Observability;
using RealtimeTraining.Server.Patients;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.AddObservability();
builder.Services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
builder.Services.AddApiDocument();
builder.Services.AddProblems();
builder.Services.AddStorage();
builder.Services.AddAccounts();
builder.Services.AddEngines();
builder.Services.AddScenarios();
builder.Services.AddPatients();
builder.Services.AddFeedback();
builder.Services.AddCalls();

var app = builder.Build();
app.UseProblems();
app.UseAccounts();
app.MapOpenApi();
app.MapHealth();
app.MapSession();
app.MapPeople();
app.MapScenarios();
app.MapCalls();
app.MapProgress();
app.MapEngines();
app.UseWebClient();
app.Run();

public partial class Program;
