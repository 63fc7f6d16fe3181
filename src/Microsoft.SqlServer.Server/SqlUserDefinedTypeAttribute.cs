namespace Microsoft.SqlServer.Server;

/// <summary>Marks a type as a user-defined type of SQL Server.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = true)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    /// <summary>How values are serialised.</summary>
    public Format Format { get; } = format;

    /// <summary>The greatest size of a value in bytes; -1 means unlimited.</summary>
    public int MaxByteSize { get; set; }

    /// <summary>Whether every value has the same size.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>Whether comparing bytes compares values.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>The method that checks a value, if any.</summary>
    public string? ValidationMethodName { get; set; }

    /// <summary>The type's name on the server.</summary>
    public string? Name { get; set; }
}
