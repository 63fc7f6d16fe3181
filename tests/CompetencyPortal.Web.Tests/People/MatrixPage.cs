using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.People;

/// <summary>The matrix of people and credentials.</summary>
public sealed class MatrixPage : WebPage, IHasAddress
{
    public static string Address => "/people/matrix";

    public IReadOnlyList<string> Credentials => [.. Document.QuerySelectorAll(".matrix thead .code").Select(Clean)];

    public IReadOnlyList<string> People => [.. Document.QuerySelectorAll(".matrix tbody th").Select(Clean)];

    /// <summary>What a cell says.</summary>
    public string Cell(Person person, string code) => Text($"[id='{IdOf(person, code)}']");

    /// <summary>What stands at a cell as wrong; null if nothing.</summary>
    public string? ErrorAt(Person person, string code) => Find($"[id='{IdOf(person, code)}'] ~ .field-error") is { } error ? Clean(error) : null;

    /// <summary>Clicks a cell without a pass, with a day chosen above the matrix or the one that stands there.</summary>
    public Task<MatrixPage> AddAsync(Person person, string code, string? day = null)
    {
        var form = Form("main form:has(.matrix)");
        if (day is not null)
        {
            form["day"] = day;
        }

        return form.SubmitAsync<MatrixPage>(to: Find($"[id='{IdOf(person, code)}']")!.GetAttribute("formaction"));
    }

    public Task<MatrixPage> UndoAsync() => Form("main form.undo").SubmitAsync<MatrixPage>();

    private static string IdOf(Person person, string code) => $"cell-{person.Id:N}-{code}";
}
