namespace CompetencyPortal.Data.Imports;

/// <summary>What can be wrong with a file or with one of its rows. Beside each stands what its arguments are, in order.</summary>
public enum ImportErrorCode
{
    // The file as a whole.

    /// <summary>The file is empty, or has a header and nothing else.</summary>
    FileEmpty,

    /// <summary>The file is larger than the portal takes: the most megabytes.</summary>
    FileTooLarge,

    /// <summary>The file is not UTF-8: the line at which that shows.</summary>
    FileNotUtf8,

    /// <summary>The file is UTF-16 or UTF-32, as spreadsheets call “Unicode text”.</summary>
    FileIsUtf16,

    /// <summary>The file holds what is no text (NUL), as pictures and workbooks do: the line.</summary>
    FileNotText,

    /// <summary>A record has no end, or is longer than any row can be: the line after which it begins, the most bytes.</summary>
    RecordTooLong,

    /// <summary>The header names more columns than the portal reads: how many it may.</summary>
    TooManyColumns,

    /// <summary>No column of the file is what must be known: the file lacks <see cref="ImportError.Column"/>.</summary>
    ColumnMissing,

    /// <summary>Two meanings were given to one column, or one that the file does not have was named: <see cref="ImportError.Column"/> is the second meaning.</summary>
    ColumnTwice,

    /// <summary>The file has more rows than can be numbered: the most.</summary>
    TooManyRows,

    // The shape of a row.

    /// <summary>A quotation mark stands where none can: within a text that does not begin with one, or after the one that ends it; or the last is missing.</summary>
    BadQuotes,

    /// <summary>The row has more cells than the header has columns: how many, how many columns.</summary>
    TooManyCells,

    /// <summary>A cell is longer than anything that is stored: the most characters.</summary>
    CellTooLong,

    /// <summary>A cell has what is no text.</summary>
    NotText,

    // Values.

    /// <summary>Nothing stands where something must.</summary>
    Missing,

    /// <summary>A name is too long: the most characters.</summary>
    NameTooLong,

    /// <summary>It is no reference or code: the text, the most characters.</summary>
    ReferenceInvalid,

    /// <summary>It is no e-mail address: the text.</summary>
    EmailInvalid,

    /// <summary>It is no day in the chosen spelling, nor an ISO one: the text.</summary>
    DateUnreadable,

    /// <summary>The day is no day that anybody means: the text, the first year, the last.</summary>
    DateOutOfBounds,

    /// <summary>The last day is before the first: both, ISO.</summary>
    PeriodReversed,

    /// <summary>It is no amount in the chosen spelling: the text.</summary>
    AmountUnreadable,

    /// <summary>It is an amount in another currency than US dollars: the text.</summary>
    AmountNotDollars,

    /// <summary>The amount has parts of a cent: the text.</summary>
    AmountTooManyDecimals,

    /// <summary>The amount is too large: the text.</summary>
    AmountTooLarge,

    /// <summary>It says neither yes nor no: the text.</summary>
    FlagUnreadable,

    /// <summary>It is no kind of association: the text.</summary>
    AssociationUnknown,

    /// <summary>The rulebook knows no such product: the text.</summary>
    ProductUnknown,

    /// <summary>The rulebook knows no such credential: the text.</summary>
    CredentialUnknown,

    /// <summary>The credential could not be passed on that day: its code, the day, the first and the last day (ISO) on which it can be sat, either of them empty.</summary>
    CannotBeSat,

    // Whom a row means.

    /// <summary>The organisation has no such customer: the name or code. Customers are imported first.</summary>
    CustomerUnknown,

    /// <summary>Several customers have that name, and the row has no code that says which: the name, how many.</summary>
    CustomerAmbiguous,

    /// <summary>The row has no e-mail address, and nobody has that name: the name.</summary>
    PersonUnknown,

    /// <summary>Several people have that name, and nothing says which: the name, how many.</summary>
    PersonAmbiguous,

    /// <summary>Another row speaks of the same and says something else: that row's line.</summary>
    Contradiction,
}
