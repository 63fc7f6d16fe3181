using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CompetencyPortal.Web.Tests.Account.Passkeys;

/// <summary>
/// A device with one passkey, and the browser before it: answers options as WebAuthn says. Whatever a browser or a device would
/// not do by itself can be set, as somebody who attacks does.
/// </summary>
public sealed class SoftAuthenticator : IDisposable
{
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte MayBeSynced = 0x08;
    private const byte IsSynced = 0x10;
    private const byte HasCredential = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private byte[] _user = [];

    /// <summary>The page that the browser shows.</summary>
    public string Origin { get; set; } = "https://localhost";

    /// <summary>Whether that page stands in a frame of another one.</summary>
    public bool IsFramed { get; set; }

    /// <summary>The domain that the device signs for.</summary>
    public string Domain { get; set; } = "localhost";

    /// <summary>How often the device has signed; zero if it does not count.</summary>
    public uint Count { get; set; }

    /// <summary>Whether its owner has unlocked it.</summary>
    public bool IsUnlocked { get; set; } = true;

    /// <summary>Whether its provider keeps the passkey on other devices too.</summary>
    public bool Syncs { get; set; }

    /// <summary>What is signed instead of the challenge.</summary>
    public byte[]? Challenge { get; set; }

    /// <summary>Whether the signature is another device's.</summary>
    public bool Forges { get; set; }

    /// <summary>Whose account the passkey claims to be for, as the options named it.</summary>
    public string User
    {
        get => Encoding.UTF8.GetString(_user);
        set => _user = Encoding.UTF8.GetBytes(value);
    }

    private byte Flags => (byte)(Present | (IsUnlocked ? Verified : 0) | (Syncs ? MayBeSynced | IsSynced : 0));

    /// <summary>Another device that has the same credential's id and a key of its own.</summary>
    public SoftAuthenticator Impostor()
    {
        var other = new SoftAuthenticator { User = User };
        _id.CopyTo(other._id, 0);
        return other;
    }

    /// <summary>Makes the passkey that the options of <c>navigator.credentials.create</c> ask for.</summary>
    public string Create(JsonElement options)
    {
        _user = Base64Url.DecodeFromChars(options.GetProperty("user").GetProperty("id").GetString());
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        byte[] publicKey = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 32, .. point.X!, 0x22, 0x58, 32, .. point.Y!];
        byte[] data = [.. AuthenticatorData((byte)(Flags | HasCredential)), .. new byte[16], 0, (byte)_id.Length, .. _id, .. publicKey];
        byte[] attestation =
        [
            0xa3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xa0, .. Text("authData"), 0x59, (byte)(data.Length >> 8), (byte)data.Length, .. data,
        ];
        return Credential(new
        {
            clientDataJSON = Encode(ClientData("webauthn.create", options)),
            attestationObject = Encode(attestation),
            transports = new[] { "internal" },
        });
    }

    /// <summary>Signs what the options of <c>navigator.credentials.get</c> ask for.</summary>
    public string Sign(JsonElement options)
    {
        Count += Count is 0 ? 0u : 1u;
        var clientData = ClientData("webauthn.get", options);
        var data = AuthenticatorData(Flags);
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signature = (Forges ? stranger : _key).SignData([.. data, .. SHA256.HashData(clientData)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new
        {
            clientDataJSON = Encode(clientData),
            authenticatorData = Encode(data),
            signature = Encode(signature),
            userHandle = Encode(_user),
        });
    }

    public void Dispose() => _key.Dispose();

    private byte[] AuthenticatorData(byte flags)
    {
        var count = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Domain)), flags, .. count];
    }

    private byte[] ClientData(string type, JsonElement options) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type,
        challenge = Challenge is null ? options.GetProperty("challenge").GetString() : Encode(Challenge),
        origin = Origin,
        crossOrigin = IsFramed,
    });

    private string Credential(object response) => JsonSerializer.Serialize(new
    {
        id = Encode(_id),
        rawId = Encode(_id),
        type = "public-key",
        clientExtensionResults = new { },
        response,
    });

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
