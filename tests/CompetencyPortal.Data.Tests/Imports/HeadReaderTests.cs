using System.Text;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Imports;
using CompetencyPortal.Data.Imports.Reading;

namespace CompetencyPortal.Data.Tests.Imports;

public sealed class HeadReaderTests
{
    [Theory]
    [InlineData(ImportKind.Revenue, "reference,customer,customerCode,product,date,amount,netNew\r\nA,B,,C,2026-01-01,1,true", ImportDelimiter.Comma, "")]
    [InlineData(ImportKind.Revenue, "Référence propre;Code client;Client;Produit;Jour de la vente;Montant (US$);Nouveau net\r\nA;B;;C;D;E;F", ImportDelimiter.Semicolon, "fr-FR")]
    [InlineData(ImportKind.Revenue, "Referencia propia\tCódigo de cliente\tCliente\tProducto\tFecha\tImporte\tNeto nuevo\r\nA\tB\tC\tD\tE\tF\tG", ImportDelimiter.Tab, "fr-FR")]
    [InlineData(ImportKind.Revenue, "Собственный номер;Код клиента;Клиент;Продукт;Дата;Сумма;Чистая новая\nA;B;C;D;E;F;G", ImportDelimiter.Semicolon, "fr-FR")]
    [InlineData(ImportKind.Revenue, "自訂編號,客戶代碼,客戶,產品,日期,金額,淨新增\nA,B,C,D,E,F,G", ImportDelimiter.Comma, "fr-FR")]
    [InlineData(ImportKind.Customers, "Code;Nom;Type d’association;À partir du;Dernier jour\nA;B;C;D;E", ImportDelimiter.Semicolon, "fr-FR")]
    [InlineData(ImportKind.Customers, "code,name,type,from,last day\nA,B,C,D,E", ImportDelimiter.Comma, "fr-FR")]
    [InlineData(ImportKind.People, "Learner name,E-mail address,Exam code,Completion date,Hire date,End date\nA,B,C,D,E,F", ImportDelimiter.Comma, "fr-FR")]
    [InlineData(ImportKind.People, "Имя;Электронная почта;Квалификация;Дата сдачи;Работает с;Последний день\nA;B;C;D;E;F", ImportDelimiter.Semicolon, "fr-FR")]
    public async Task Detect_FindsDelimiterColumnsAndCulture(ImportKind kind, string text, ImportDelimiter delimiter, string culture)
    {
        var head = await DetectAsync(kind, text);
        Assert.Null(head.Problem);
        Assert.Equal(delimiter, head.Settings.Delimiter);
        Assert.Equal(culture, head.Settings.Culture);
        Assert.Equal(ImportColumns.Of(kind).Order(), head.Settings.Columns.Keys);
        Assert.Equal(head.Settings.Columns.Count, head.Settings.Columns.Values.Distinct().Count());
        Assert.Null(ImportColumns.Refusal(kind, head.Settings.Columns, head.Columns.Count));
    }

    [Fact]
    public async Task Detect_WhenAColumnIsCalledByItsOwnName_PrefersItToAnother()
    {
        var head = await DetectAsync(ImportKind.Revenue, "total,amount,customer,code\nA,B,C,D");
        Assert.Equal(1, head.Settings.Columns[ImportColumn.Amount]);
        Assert.Equal(ImportErrorCode.ColumnMissing, ImportColumns.Refusal(ImportKind.Revenue, head.Settings.Columns, 4)?.Code);
    }

    [Theory]
    [InlineData("", ImportErrorCode.FileEmpty)]
    [InlineData("a,b,c\r\n\r\n", ImportErrorCode.FileEmpty)]
    public async Task Detect_WhenThereIsNothing_SaysSo(string text, ImportErrorCode expected) =>
        Assert.Equal(expected, (await DetectAsync(ImportKind.Revenue, text)).Problem?.Code);

    [Fact]
    public async Task Detect_WhenThereAreTooManyColumns_SaysSo() =>
        Assert.Equal(ImportErrorCode.TooManyColumns, (await DetectAsync(ImportKind.Revenue, new string(',', 500).Insert(0, "a") + "\nb")).Problem?.Code);

    [Fact]
    public void Refusal_WhenAColumnIsNamedTwice_OrIsNotThere_SaysSo()
    {
        var columns = System.Collections.Immutable.ImmutableSortedDictionary<ImportColumn, int>.Empty.Add(ImportColumn.Customer, 0).Add(ImportColumn.From, 0);
        Assert.Equal(ImportError.Of(ImportErrorCode.ColumnTwice, ImportColumn.From), ImportColumns.Refusal(ImportKind.Customers, columns, 3));
        Assert.Equal(ImportErrorCode.ColumnTwice, ImportColumns.Refusal(ImportKind.Customers, columns.SetItem(ImportColumn.From, 3), 3)?.Code);
        Assert.Null(ImportColumns.Refusal(ImportKind.Customers, columns.SetItem(ImportColumn.From, 2), 3));
    }

    private static Task<ImportHead> DetectAsync(ImportKind kind, string text) => HeadReader.DetectAsync(
        kind, () => new MemoryStream(Encoding.UTF8.GetBytes(text)), ImportCulture.ForLanguage("fr"), new ImportLimits(), TestContext.Current.CancellationToken);
}
