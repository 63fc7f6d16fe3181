namespace Microsoft.SqlServer.Server;

/// <summary>A type was used as a user-defined type without being one.</summary>
public sealed class InvalidUdtException : SystemException
{
    /// <summary>Creates the exception without a message.</summary>
    public InvalidUdtException()
    {
    }

    /// <summary>Creates the exception with its message.</summary>
    public InvalidUdtException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its message and cause.</summary>
    public InvalidUdtException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
