namespace RealtimeTraining.Server.Reviews;

/// <summary>What tells who somebody is.</summary>
public enum IdentifierKind
{
    Name,
    DateOfBirth,
    Address,
    Phone,
    Email,
    RecordNumber,
    InsuranceNumber,
    CardNumber,
}
