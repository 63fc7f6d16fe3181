using System.Collections.Immutable;
using System.Globalization;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Imports.Reading;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Revisions;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Imports.Checking;

/// <summary>
/// Rows of people with what they passed. A person is known by an e-mail address; a row without one means the one person of that
/// name. An address that nobody has yet is given to the one person of that name who has none. A pass is known by person,
/// credential and day.
/// </summary>
internal sealed class PeopleRows(Import import, Rulebook rulebook) : IRowCheck
{
    private readonly RowKeys _keys = new(import);
    private readonly Dictionary<EmailAddress, StoredPerson> _byEmail = [];
    private readonly NameIndex<StoredPerson> _byName = new();

    /// <inheritdoc/>
    public async Task LoadAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var byId = new Dictionary<Guid, StoredPerson>();
        var people = db.People.AsNoTracking().Select(person => new StoredPerson(person.Id, person.Version, person.Name, person.Email, person.From, person.Until));
        await foreach (var person in people.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            byId.Add(person.Id, person);
            _byName.Add(person.Name, person);
            if (person.Email is { } email)
            {
                _byEmail.Add(email, person);
            }
        }

        var passes = db.PersonCredentials.AsNoTracking().Select(pass => new { pass.PersonId, pass.Code, pass.PassedOn });
        await foreach (var pass in passes.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            byId.GetValueOrDefault(pass.PersonId)?.Passes.Add((pass.Code, pass.PassedOn));
        }
    }

    /// <inheritdoc/>
    public ImportRow Check(RowReader row)
    {
        var before = row.Errors.Count;
        var email = row.Email(ImportColumn.Email);
        var name = row.Name(ImportColumn.Name, Person.NameLength);
        var (stored, key) = row.Errors.Count > before ? (null, null) : Find(row, email, name);
        var (from, until) = row.Period();
        var isKnown = row.Errors.Count == before;
        var (code, passedOn) = Pass(row);

        var subject = stored?.Id ?? key;
        var says = new Said(
            name ?? stored?.Name,
            email ?? stored?.Email,
            row.Has(ImportColumn.From) ? from : stored?.From,
            row.Has(ImportColumn.Until) ? until : stored?.Until);
        if (isKnown && !EffectivePeriod.IsInOrder(says.From, says.Until))
        {
            isKnown = false;
            row.Refuse(ImportErrorCode.PeriodReversed, row.Has(ImportColumn.Until) ? ImportColumn.Until : ImportColumn.From, Day(says.From)!, Day(says.Until)!);
        }

        var changes = stored is null ? [] : ChangesOf(stored, says);
        var subjectOutcome = stored is null ? ImportOutcome.New : changes.IsEmpty ? ImportOutcome.Unchanged : ImportOutcome.Changed;
        var isStored = code is { } held && passedOn is { } day && stored?.Passes.Contains((held, day)) is true;
        var targetOutcome = code is null ? (ImportOutcome?)null : isStored ? ImportOutcome.Unchanged : ImportOutcome.New;
        return new ImportRow
        {
            PartnerId = import.PartnerId,
            ImportId = import.Id,
            Number = row.Record.Number,
            Line = row.Record.Line,
            Outcome = row.IsRefused ? ImportOutcome.Refused : RowOutcome.Of(subjectOutcome, targetOutcome),
            Changes = row.IsRefused ? [] : changes,
            Identity = subject,
            Content = isKnown ? RowKeys.Content($"{says.Email}|{Day(says.From)}|{Day(says.Until)}|{says.Name}") : null,
            SubjectId = subject,
            SubjectOutcome = row.IsRefused ? null : subjectOutcome,
            SubjectVersion = stored?.Version,
            TargetId = targetOutcome is ImportOutcome.New && subject is not null ? _keys.Of($"p|{subject}|{code}|{Day(passedOn)}") : null,
            TargetOutcome = row.IsRefused ? null : targetOutcome,
            Name = says.Name,
            Email = says.Email,
            From = says.From,
            Until = says.Until,
            Credential = code,
            Date = passedOn,
        };
    }

    /// <summary>The person who is meant, or the key of a new one; neither, if that is refused.</summary>
    private (StoredPerson? Stored, Guid? Key) Find(RowReader row, EmailAddress? email, string? name)
    {
        if (email is { } address && _byEmail.TryGetValue(address, out var addressed))
        {
            return (addressed, null);
        }

        if (name is null)
        {
            row.Refuse(ImportErrorCode.Missing, ImportColumn.Name);
            return (null, null);
        }

        var named = _byName.Find(name, email is null ? null : person => person.Email is null);
        switch (named.Count)
        {
            case 1:
                return (named[0], null);
            case 0 when email is not null:
                return (null, _keys.Of($"e|{email}"));
            case 0:
                row.Refuse(ImportErrorCode.PersonUnknown, ImportColumn.Email, name);
                return (null, null);
            default:
                row.Refuse(ImportErrorCode.PersonAmbiguous, ImportColumn.Name, name, named.Count);
                return (null, null);
        }
    }

    /// <summary>The pass that the row states; its day alone, or its credential alone, is an error.</summary>
    private (CredentialCode? Code, DateOnly? PassedOn) Pass(RowReader row)
    {
        var text = row.Text(ImportColumn.Credential);
        var passedOn = row.Day(ImportColumn.PassedOn, isRequired: text is not null);
        if (text is null)
        {
            if (passedOn is not null)
            {
                row.Refuse(ImportErrorCode.Missing, ImportColumn.Credential);
            }

            return (null, passedOn);
        }

        if (!CredentialCode.TryParse(text, out var code) || rulebook.Credentials.Find(code) is not { } credential)
        {
            row.Refuse(ImportErrorCode.CredentialUnknown, ImportColumn.Credential, text);
            return (null, passedOn);
        }

        if (passedOn is { } day && !credential.CanBeSatOn(day))
        {
            row.Refuse(ImportErrorCode.CannotBeSat, ImportColumn.PassedOn, code.Value, Day(day)!, Day(credential.FirstSat) ?? "", Day(credential.LastSat) ?? "");
        }

        return (credential.Code, passedOn);
    }

    private static ImmutableArray<ImportChange> ChangesOf(StoredPerson stored, Said says)
    {
        var changes = ImmutableArray.CreateBuilder<ImportChange>();
        Note(ImportColumn.Name, stored.Name, says.Name);
        Note(ImportColumn.Email, stored.Email?.Value, says.Email?.Value);
        Note(ImportColumn.From, Day(stored.From), Day(says.From));
        Note(ImportColumn.Until, Day(stored.Until), Day(says.Until));
        return changes.DrainToImmutable();

        void Note(ImportColumn column, string? before, string? after)
        {
            if (before != after)
            {
                changes.Add(new ImportChange(column, before, after));
            }
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private readonly record struct Said(string? Name, EmailAddress? Email, DateOnly? From, DateOnly? Until);
}
