namespace CompetencyPortal.Data.Imports;

/// <summary>What a column of an imported file can mean. Its name, in camel case, is what the portal's own exports call it.</summary>
public enum ImportColumn
{
    /// <summary>The organisation's own reference of a revenue line.</summary>
    Reference,

    /// <summary>The organisation's own code of a customer.</summary>
    CustomerCode,

    /// <summary>A customer's name.</summary>
    Customer,

    /// <summary>What was sold: a product's code, its name or a former one.</summary>
    Product,

    /// <summary>The day of a sale.</summary>
    Date,

    /// <summary>US dollars.</summary>
    Amount,

    /// <summary>Whether it is new business.</summary>
    NetNew,

    /// <summary>The kind of an association.</summary>
    Association,

    /// <summary>A person's name.</summary>
    Name,

    /// <summary>A person's e-mail address.</summary>
    Email,

    /// <summary>The first day of an association, or of employment.</summary>
    From,

    /// <summary>The last day of an association, or of employment, inclusive.</summary>
    Until,

    /// <summary>What a person passed: a code, in any spelling.</summary>
    Credential,

    /// <summary>The day of a pass.</summary>
    PassedOn,
}
