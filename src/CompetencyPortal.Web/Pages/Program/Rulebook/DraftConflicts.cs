using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Program.Rulebook;

/// <summary>Where a draft meets what others have published or saved.</summary>
public sealed class DraftConflicts(PortalDbContext db, Formats formats, EnumText words, IStringLocalizer<ProgramTexts> texts)
{
    /// <summary>Why a draft cannot take effect on a day; null if it can. A competency changes on one day once: neither published nor drafted twice.</summary>
    public async Task<string?> OnDayAsync(Competency competency, DateOnly day, Guid? own, CancellationToken cancellationToken)
    {
        if (competency.History.Revisions.Any(revision => revision.EffectiveFrom == day))
        {
            return texts["Revise.DayPublished", competency.Name, formats.Day(day)];
        }

        var isDrafted = await db.RuleDrafts.AnyAsync(
            draft => draft.CompetencyCode == competency.Code && draft.EffectiveFrom == day && draft.Id != own, cancellationToken);
        return isDrafted ? texts["Revise.DayDrafted", competency.Name, formats.Day(day)].Value : null;
    }

    /// <summary>Says at each field that differs what somebody else has saved there.</summary>
    public void Tell(ModelStateDictionary modelState, ReviseModel.InputModel mine, RuleDraft theirs, Revision revision)
    {
        foreach (var amount in AmountInput.Of(revision))
        {
            var at = mine.Amounts.FindIndex(one => one.IsFor(amount));
            if (at >= 0 && mine.Amounts[at].Amount != amount.Amount)
            {
                var name = $"{revision.Option(amount.Option)!.Name} · {words[amount.Tier]} · {words[amount.Market]}";
                Say($"Amounts[{at}].Amount", name, amount.Amount is { } stated ? formats.Money(stated) : texts["Amount.NotStated"]);
            }
        }

        if (mine.EffectiveFrom != theirs.EffectiveFrom)
        {
            Say(nameof(mine.EffectiveFrom), texts["Rulebook.From"], formats.Day(theirs.EffectiveFrom));
        }

        if (mine.Reason?.Trim() != theirs.Reason)
        {
            Say(nameof(mine.Reason), texts["Country.Reason"], theirs.Reason);
        }

        if (mine.Source?.Trim() != theirs.Source)
        {
            Say(nameof(mine.Source), texts["Revision.Source"], theirs.Source);
        }

        void Say(string field, string name, string value) => modelState.AddModelError($"Input.{field}", texts["Revise.Theirs", name, value]);
    }
}
