using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Feedback;

/// <summary>Pairs what the patient said with how it was replied to.</summary>
internal static class ExchangeReader
{
    public static IReadOnlyList<Exchange> Read(IReadOnlyList<CallLine> lines)
    {
        var exchanges = new List<Exchange>();
        var patient = new List<CallLine>();
        var reply = new List<CallLine>();
        var supervisor = false;
        foreach (var line in lines)
        {
            switch (line.Party)
            {
                case Party.Patient:
                    if (reply.Count > 0 || supervisor)
                    {
                        exchanges.Add(new Exchange(patient, reply, supervisor));
                        (patient, reply, supervisor) = ([], [], false);
                    }
                    patient.Add(line);
                    break;
                case Party.Trainee:
                    if (!line.IsBackchannel)
                    {
                        reply.Add(line);
                    }
                    break;
                default:
                    supervisor = true;
                    break;
            }
        }
        if (reply.Count > 0)
        {
            exchanges.Add(new Exchange(patient, reply, supervisor));
        }
        return exchanges;
    }
}
