using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Imports;
using CompetencyPortal.Data.Values;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Web.Pages.Imports;

/// <summary>Takes a file in. What is wrong with it as a whole is said at once; all else follows on the import's own page.</summary>
[UploadLimit]
public sealed class NewModel(
    ImportDesk desk, ImportTemplate template, ImportErrorText errors, IOptions<ImportLimits> limits, IValidator<NewModel.InputModel> validator, IStringLocalizer<ImportTexts> texts)
    : PageModel
{
    /// <summary>The order in which files are brought in: each kind may name what comes before it.</summary>
    public static readonly IReadOnlyList<ImportKind> Order = [ImportKind.Customers, ImportKind.People, ImportKind.Revenue];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Whether a file was sent that is larger than the portal takes; it is not read to say so.</summary>
    [FromQuery(Name = UploadLimitAttribute.Refused)]
    public bool IsTooLarge { get; set; }

    public int MaxMegabytes => limits.Value.MaxMegabytes;

    public void OnGet(ImportKind? kind)
    {
        Input.Kind = kind;
        if (IsTooLarge)
        {
            ModelState.AddModelError("Input.File", texts["Error.FileTooLarge", MaxMegabytes]);
        }
    }

    public IActionResult OnGetTemplate(ImportKind kind) => ModelState.IsValid ? template.Of(kind) : BadRequest();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // The form was not read before it came here (ReadableText).
        if (!Request.Form.SelectMany(field => field.Value.Append(field.Key)).Append(Input.File?.FileName).All(PlainText.Is))
        {
            return BadRequest();
        }

        if (!ModelState.Accepts(validator, Input))
        {
            return Page();
        }

        await using var file = Input.File!.OpenReadStream();
        var receipt = await desk.ReceiveAsync(Input.Kind!.Value, Input.File.FileName, file, PortalCulture.Current.Name, cancellationToken);
        if (receipt.Id is not { } id)
        {
            ModelState.AddModelError("Input.File", errors.Of(receipt.Problem!, ""));
            return Page();
        }

        return RedirectToPage("Import", new { id });
    }

    public sealed class InputModel
    {
        public ImportKind? Kind { get; set; }

        public IFormFile? File { get; set; }
    }

    internal sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator(IStringLocalizer<ImportTexts> texts)
        {
            RuleFor(input => input.Kind).NotNull().WithMessage(_ => texts["New.NoKind"]);
            RuleFor(input => input.File).NotNull().WithMessage(_ => texts["New.NoFile"]);
        }
    }
}
