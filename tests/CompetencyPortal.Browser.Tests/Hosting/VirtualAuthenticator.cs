using System.Text.Json;

using Microsoft.Playwright;

namespace CompetencyPortal.Browser.Tests.Hosting;

/// <summary>Chromium's own make-believe device with passkeys, plugged into one tab. It does what it is asked without anybody touching it.</summary>
internal sealed class VirtualAuthenticator
{
    private readonly ICDPSession _devTools;
    private readonly string _id;

    private VirtualAuthenticator(ICDPSession devTools, string id)
    {
        _devTools = devTools;
        _id = id;
    }

    public static async Task<VirtualAuthenticator> PlugIntoAsync(IPage page)
    {
        var devTools = await page.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync("WebAuthn.enable");
        var added = await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return new VirtualAuthenticator(devTools, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>Whether its owner unlocks it when asked.</summary>
    public Task UnlockAsync(bool unlocks) => SendAsync("setUserVerified", new() { ["isUserVerified"] = unlocks });

    /// <summary>How many passkeys it holds.</summary>
    public async Task<int> CountAsync() => (await SendAsync("getCredentials", [])).GetProperty("credentials").GetArrayLength();

    private async Task<JsonElement> SendAsync(string method, Dictionary<string, object> parameters)
    {
        parameters["authenticatorId"] = _id;
        return await _devTools.SendAsync($"WebAuthn.{method}", parameters) ?? default;
    }
}
