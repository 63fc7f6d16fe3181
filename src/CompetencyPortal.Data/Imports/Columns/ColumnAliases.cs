using System.Collections.Immutable;

using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Data.Imports.Columns;

/// <summary>What people and programs call the columns: the portal's own exports, its pages in each language, and systems of accounts and learning.</summary>
internal static class ColumnAliases
{
    private static readonly Dictionary<ImportColumn, string[]> Words = new()
    {
        [ImportColumn.Reference] =
        [
            "own reference", "ref", "ref no", "invoice", "invoice no", "invoice number", "invoice id", "document", "document no", "document number", "order number", "line id",
            "référence propre", "référence", "réf", "facture", "numéro de facture", "n° de facture", "no de facture", "numéro de document",
            "referencia propia", "referencia", "factura", "número de factura", "n.º de factura", "número de documento",
            "собственный номер", "номер", "номер счёта", "счёт", "номер документа", "документ", "накладная",
            "自訂編號", "參考編號", "編號", "發票", "發票號碼", "單號", "單據號碼",
        ],
        [ImportColumn.CustomerCode] =
        [
            "customer no", "customer number", "customer id", "own code", "code", "account", "account no", "account number", "account id", "client code", "client id", "debtor",
            "code client", "code du client", "code propre", "n° client", "numéro client", "numéro de client", "identifiant client",
            "código de cliente", "código del cliente", "código propio", "código", "n.º de cliente", "número de cliente", "id de cliente",
            "код клиента", "собственный код", "код", "номер клиента", "идентификатор клиента",
            "客戶代碼", "客戶代號", "客戶編號", "自訂代碼", "代碼", "代號",
        ],
        [ImportColumn.Customer] =
        [
            "customer name", "name", "company", "company name", "client", "client name", "account name", "organisation", "organization",
            "nom du client", "nom", "société", "entreprise", "raison sociale",
            "cliente", "nombre del cliente", "nombre", "empresa", "razón social",
            "клиент", "название", "название клиента", "наименование", "компания", "заказчик", "контрагент",
            "客戶", "客戶名稱", "名稱", "公司", "公司名稱",
        ],
        [ImportColumn.Product] =
        [
            "product name", "product code", "sku", "item", "article", "offer", "product sold",
            "produit", "nom du produit", "code produit", "offre",
            "producto", "nombre del producto", "código de producto", "artículo",
            "продукт", "товар", "название продукта", "код продукта", "артикул",
            "產品", "產品名稱", "產品代碼", "商品", "品項",
        ],
        [ImportColumn.Date] =
        [
            "day", "sale date", "date of sale", "invoice date", "transaction date", "booking date", "posting date",
            "jour de la vente", "jour", "date de vente", "date de la vente", "date de facture", "date de facturation",
            "fecha", "fecha de venta", "fecha de la venta", "fecha de factura", "día",
            "дата", "дата продажи", "дата счёта", "дата документа", "день продажи",
            "日期", "銷售日期", "發票日期", "交易日期",
        ],
        [ImportColumn.Amount] =
        [
            "amount usd", "amount us$", "amount in usd", "amount in us$", "usd", "us$", "revenue", "revenue usd", "sales", "net amount", "value", "total",
            "montant", "montant usd", "montant en us$", "montant us$", "chiffre d’affaires", "ca", "montant net", "montant ht",
            "importe", "importe usd", "importe en us$", "importe us$", "ingresos", "monto", "valor",
            "сумма", "сумма usd", "сумма в us$", "сумма us$", "выручка", "сумма в долларах",
            "金額", "金額 usd", "金額 us$", "金額美元", "營收", "收入", "銷售額",
        ],
        [ImportColumn.NetNew] =
        [
            "net new revenue", "new", "new business", "is net new", "net-new",
            "nouveau net", "nouvelle affaire", "nouvelles affaires", "nouveau",
            "neto nuevo", "nuevo neto", "negocio nuevo", "nuevo",
            "чистая новая", "новая", "новый бизнес", "новая выручка",
            "淨新增", "新增", "新業務", "是否淨新增",
        ],
        [ImportColumn.Association] =
        [
            "association type", "type of association", "type", "relation", "relationship", "partner association",
            "type d’association", "relation partenaire",
            "asociación", "tipo de asociación", "tipo", "relación",
            "связь", "тип связи", "тип", "связь с клиентом",
            "關聯", "關聯類型", "類型",
        ],
        [ImportColumn.Name] =
        [
            "full name", "person", "person name", "employee", "employee name", "learner", "learner name", "student", "user name", "display name", "candidate", "candidate name",
            "nom", "nom complet", "personne", "collaborateur", "salarié", "employé", "apprenant", "candidat",
            "nombre", "nombre completo", "persona", "empleado", "alumno", "candidato",
            "имя", "фио", "полное имя", "сотрудник", "работник", "слушатель", "кандидат",
            "姓名", "人員", "員工", "員工姓名", "學員", "考生",
        ],
        [ImportColumn.Email] =
        [
            "e-mail", "e-mail address", "mail", "work email", "user principal name", "upn", "learner email", "candidate email",
            "adresse e-mail", "courriel", "adresse électronique", "adresse de courriel", "mél",
            "correo", "correo electrónico", "dirección de correo", "dirección de correo electrónico",
            "электронная почта", "почта", "адрес электронной почты", "эл. почта", "адрес",
            "電子郵件", "電子郵件地址", "電郵", "信箱", "電子信箱",
        ],
        [ImportColumn.From] =
        [
            "employed from", "start", "start date", "hire date", "hired", "first day", "valid from", "begins", "since",
            "à partir du", "en poste à partir du", "début", "date de début", "premier jour", "date d’embauche", "du",
            "desde", "en plantilla desde", "inicio", "fecha de inicio", "primer día", "fecha de alta",
            "с", "работает с", "начало", "дата начала", "первый день", "дата приёма",
            "起始日", "到職日", "開始日期", "開始", "自",
        ],
        [ImportColumn.Until] =
        [
            "last day", "end", "end date", "to", "left", "valid until", "ends", "termination date",
            "dernier jour", "jusqu’au", "fin", "date de fin", "au", "date de départ",
            "último día", "hasta", "fin", "fecha de fin", "fecha de baja",
            "последний день", "по", "конец", "дата окончания", "дата увольнения",
            "最後一日", "結束日期", "結束", "離職日", "至",
        ],
        [ImportColumn.Credential] =
        [
            "credential code", "exam", "exam code", "exam number", "exam id", "certification", "certificate", "assessment", "test", "course", "course code", "code",
            "qualification", "examen", "code d’examen", "code de l’examen", "certificat", "numéro d’examen",
            "credencial", "código de examen", "código del examen", "certificación", "certificado",
            "квалификация", "экзамен", "код экзамена", "номер экзамена", "сертификат", "сертификация",
            "證照", "認證", "考試", "考試代碼", "考科", "測驗",
        ],
        [ImportColumn.PassedOn] =
        [
            "date", "passed", "date passed", "pass date", "completed", "completed on", "completion date", "date completed", "exam date", "achieved", "earned on",
            "réussi le", "date de réussite", "date d’obtention", "date d’examen", "obtenu le", "terminé le",
            "aprobado el", "fecha", "fecha de aprobación", "fecha de examen", "fecha del examen", "fecha de finalización", "obtenido el",
            "дата сдачи", "дата", "сдан", "сдано", "дата экзамена", "дата прохождения", "дата завершения",
            "通過日期", "日期", "考試日期", "完成日期", "取得日期",
        ],
    };

    private static readonly Dictionary<ImportKind, Dictionary<string, (ImportColumn Column, int Rank)>> ByKind =
        Enum.GetValues<ImportKind>().ToDictionary(kind => kind, Gather);

    /// <summary>
    /// Which columns of a file are meant, by what its header calls them. Where two are called like one thing, the name that
    /// comes first among its names wins, and of two equals the first.
    /// </summary>
    public static ImmutableSortedDictionary<ImportColumn, int> Recognise(ImportKind kind, IReadOnlyList<string> header)
    {
        var found = new SortedDictionary<ImportColumn, (int Index, int Rank)>();
        for (var index = 0; index < header.Count; index++)
        {
            if (ByKind[kind].TryGetValue(Spelling.Of(header[index]), out var meant)
                && (!found.TryGetValue(meant.Column, out var other) || meant.Rank < other.Rank))
            {
                found[meant.Column] = (index, meant.Rank);
            }
        }

        return found.ToImmutableSortedDictionary(one => one.Key, one => one.Value.Index);
    }

    /// <summary>Whether a header is one of the portal's own exports: each of its columns has its own name there.</summary>
    public static bool IsOwnExport(ImportKind kind, IReadOnlyList<string> header) =>
        header.Count > 1 && header.All(name => ImportColumns.Of(kind).Any(column => ImportColumns.NameOf(column) == name));

    private static Dictionary<string, (ImportColumn Column, int Rank)> Gather(ImportKind kind)
    {
        var meanings = new Dictionary<string, (ImportColumn Column, int Rank)>(StringComparer.Ordinal);
        foreach (var column in ImportColumns.Of(kind))
        {
            meanings[Spelling.Of(ImportColumns.NameOf(column))] = (column, 0);
        }

        foreach (var column in ImportColumns.Of(kind))
        {
            var rank = 0;
            foreach (var word in Words[column])
            {
                meanings.TryAdd(Spelling.Of(word), (column, ++rank));
            }
        }

        return meanings;
    }
}
