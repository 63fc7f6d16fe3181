namespace Microsoft.SqlServer.Server;

/// <summary>Lets a user-defined type write and read its own bytes.</summary>
public interface IBinarySerialize
{
    /// <summary>Reads the value from <paramref name="r"/>.</summary>
    void Read(BinaryReader r);

    /// <summary>Writes the value to <paramref name="w"/>.</summary>
    void Write(BinaryWriter w);
}
