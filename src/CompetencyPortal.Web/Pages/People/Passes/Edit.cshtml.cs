using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.People.Passes;

public sealed class EditModel(
    PortalDbContext db,
    IFactWords<PersonCredential> words,
    RulebookInForce rulebook,
    PassRules rules,
    IValidator<EditModel.InputModel> validator,
    IStringLocalizer<FactsTexts> texts)
    : FactEditModel<PersonCredential, EditModel.InputModel>(db, words, validator, texts)
{
    private CredentialCatalog _catalog = null!;

    [FromRoute]
    public Guid PersonId { get; set; }

    /// <summary>The person's name.</summary>
    public string View { get; private set; } = "";

    protected override IQueryable<PersonCredential> Rows => base.Rows.Where(pass => pass.PersonId == PersonId);

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var name = await Db.People.Where(person => person.Id == PersonId).Select(person => person.Name).SingleOrDefaultAsync(cancellationToken);
        _catalog = (await rulebook.GetAsync(cancellationToken)).Credentials;
        View = name ?? "";
        return name is not null;
    }

    protected override async Task DecideAsync(CancellationToken cancellationToken)
    {
        if (Find(Input.Credential) is not { } credential)
        {
            Refuse(nameof(Input.Credential), Texts["Pass.Credential.Unknown", Input.Credential ?? ""]);
        }
        else if (Input.PassedOn is { } day && await rules.WhyNotAsync(PersonId, credential, day, Id, cancellationToken) is { } reason)
        {
            Refuse(nameof(Input.PassedOn), reason);
        }
    }

    protected override InputModel Read(PersonCredential row) => new() { Credential = row.Code.Value, PassedOn = row.PassedOn };

    protected override PersonCredential Compose(Guid id, Guid partnerId) => new()
    {
        Id = id,
        PartnerId = partnerId,
        PersonId = PersonId,
        Code = Find(Input.Credential)!.Code,
        PassedOn = Input.PassedOn!.Value,
    };

    protected override string Home(Guid? id) => Url.Page("/People/Details", new { id = PersonId })!;

    private Credential? Find(string? text) => CredentialCode.TryParse(text, out var code) ? _catalog.Find(code) : null;

    public sealed class InputModel : FactInput
    {
        public string? Credential { get; set; }

        public DateOnly? PassedOn { get; set; }
    }

    public sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator(IStringLocalizer<FactsTexts> texts)
        {
            RuleFor(input => input.Credential).NotEmpty().WithMessage(_ => texts["Pass.Credential.Missing"]);
            RuleFor(input => input.PassedOn).NotNull().WithMessage(_ => texts["Pass.PassedOn.Missing"]).IsPlausible(texts);
        }
    }
}
