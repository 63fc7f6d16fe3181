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

    /// <summary>Plugs a new one into a tab, before the pages that use it are opened.</summary>
    /// <param name="page">The tab.</param>
    /// <param name="takesSuggestions">Whether it takes, at once, what pages offer among a field's suggestions; else it waits for their buttons.</param>
    public static async Task<VirtualAuthenticator> PlugIntoAsync(IPage page, bool takesSuggestions = false)
    {
        if (!takesSuggestions)
        {
            await page.AddInitScriptAsync("if (window.PublicKeyCredential) PublicKeyCredential.isConditionalMediationAvailable = async () => false;");
        }

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
